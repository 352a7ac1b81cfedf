-- expect: status=limit limit=stack|memory|instructions|time
-- expect: status=ok
-- why: catching the end of the C stack must not allow going deeper
local depth, deepest = 0, 0
local function nest()
  depth = depth + 1
  if depth > deepest then deepest = depth end
  pcall(coroutine.wrap(nest))
  depth = depth - 1
end
nest()
return deepest
