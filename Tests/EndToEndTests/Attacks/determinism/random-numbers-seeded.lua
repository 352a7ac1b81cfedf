-- expect: status=ok value=true
-- expect: status=ok value=absent
-- why: the same seed gives the same numbers
if not math.randomseed then return "absent" end
math.randomseed(42)
local first = math.random(1 << 40)
math.randomseed(42)
return tostring(first == math.random(1 << 40))
