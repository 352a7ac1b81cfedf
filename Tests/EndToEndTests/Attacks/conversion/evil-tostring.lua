-- expect: status=ok
-- expect: status=error
-- why: a text made by a metamethod is not asked for, or is checked
return setmetatable({}, { __tostring = function() return 5 end })
