-- expect: status=limit limit=memory|instructions|time
-- why: close to the limit every allocation starts a full collection
local list = {}
for index = 1, 600000 do list[index] = { index } end
while true do local _ = { {}, {}, {} } end
