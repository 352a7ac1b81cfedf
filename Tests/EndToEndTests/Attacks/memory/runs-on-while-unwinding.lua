-- expect: status=limit limit=memory
-- why: after the limit no further instruction runs, in closing handlers either
local after = 0
pcall(function()
  local x <close> = setmetatable({}, { __close = function() for _ = 1, 5000000 do after = after + 1 end error("x") end })
  local t = {}
  while true do t[#t + 1] = {} end
end)
return "ran on " .. after
