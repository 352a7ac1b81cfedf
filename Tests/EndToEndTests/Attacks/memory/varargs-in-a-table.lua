-- expect: status=limit limit=memory|stack|instructions
-- expect: status=error
-- why: packing and unpacking doubles what is held
local t = { 1 }
while true do
  local copy = table.pack(table.unpack(t))
  for index = 1, #copy do t[#t + 1] = copy[index] end
end
