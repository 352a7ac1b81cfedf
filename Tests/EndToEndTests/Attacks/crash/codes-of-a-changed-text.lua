-- expect: status=error
-- expect: status=ok
-- why: the iterator of codes may be called with any place
local step = utf8.codes("abc")
return tostring(step("中文", 1)) .. tostring(step("中文", math.maxinteger)) .. tostring(step("中文", math.mininteger))
