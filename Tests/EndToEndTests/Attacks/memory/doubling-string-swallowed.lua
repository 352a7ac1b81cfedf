-- expect: status=limit limit=memory
-- why: the memory limit of a concatenation cannot be caught
local function fill()
  local text = "x"
  while true do text = text .. text end
end
for _ = 1, 5 do pcall(fill) end
return "swallowed"
