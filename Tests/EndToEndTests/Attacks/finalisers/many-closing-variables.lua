-- expect: status=limit limit=instructions|time
-- why: one hundred closing handlers cannot each begin anew
local closer = setmetatable({}, { __close = function() while true do end end })
local function nest(depth)
  local x <close> = closer
  if depth == 0 then while true do end end
  nest(depth - 1)
end
nest(100)
