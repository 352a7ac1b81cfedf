-- expect: status=ok value=3元 3元 1元
-- why: the next chunk reckons as before
local a, b = quantity "1元", quantity "2元"
return tostring(a + b) .. " " .. tostring(sum { a, b }) .. " " .. tostring(min(a, b))
