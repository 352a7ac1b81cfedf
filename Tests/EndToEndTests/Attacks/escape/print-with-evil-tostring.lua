-- expect: status=error
-- expect: status=limit limit=instructions|time
-- expect: status=ok value=absent
-- why: converting what is printed happens inside the limits
if not print then return "absent" end
print(setmetatable({}, { __tostring = function() while true do end end }))
