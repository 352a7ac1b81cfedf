-- expect: status=ok value=open use close
-- why: resources are released at the end of a block
local steps = {}
do
  local resource <close> = setmetatable({}, { __close = function() steps[#steps + 1] = "close" end })
  steps[#steps + 1] = "open"
  steps[#steps + 1] = "use"
end
return table.concat(steps, " ")
