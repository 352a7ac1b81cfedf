-- expect: status=ok value=closed 3
-- why: leaving a loop closes its variables, each once
local count = 0
for index = 1, 5 do
  local x <close> = setmetatable({}, { __close = function() count = count + 1 end })
  if index == 3 then break end
end
return "closed " .. count
