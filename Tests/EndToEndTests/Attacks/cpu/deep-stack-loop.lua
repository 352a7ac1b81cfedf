-- expect: status=limit limit=instructions|time|stack
-- why: looking at the depth of the stack must not make a loop quadratic
local function dive(depth)
  if depth > 0 then return 1 + dive(depth - 1) end
  while true do end
end
dive(15000)
