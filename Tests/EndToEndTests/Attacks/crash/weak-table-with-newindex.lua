-- expect: status=ok value=done
-- expect: status=error
-- why: collecting in the middle of an assignment to a weak table
local store = setmetatable({}, { __mode = "k", __newindex = function(t, k, v) rawset(t, k, { v, k }) end })
for index = 1, 100000 do store[{}] = { index } end
return "done"
