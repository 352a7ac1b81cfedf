-- expect: status=limit limit=memory|instructions|time
-- why: a text made of many small ones
local parts = {}
while true do parts[#parts + 1] = string.char(65 + #parts % 26, #parts % 256, #parts // 256 % 256) end
