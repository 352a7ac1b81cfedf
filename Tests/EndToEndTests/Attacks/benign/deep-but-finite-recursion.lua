-- expect: status=ok value=5000
-- why: recursion over a list of thousands is honest work
local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
return depth(5000)
