-- expect: status=limit limit=memory|instructions|time
-- why: the snapshot of an ordered traversal is memory too
local t, iterators = {}, {}
for index = 1, 50000 do t["k" .. index] = true end
while true do iterators[#iterators + 1] = pairs(t) end
