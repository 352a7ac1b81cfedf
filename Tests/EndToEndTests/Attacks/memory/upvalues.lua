-- expect: status=limit limit=memory|stack|instructions
-- why: every frame gives away a variable of its own
local keep = {}
local function f(depth)
  local x = { depth }
  keep[#keep + 1] = function() return x end
  return f(depth + 1)
end
f(0)
