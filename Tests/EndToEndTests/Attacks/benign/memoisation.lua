-- expect: status=ok value=12586269025
-- why: a cache in an index function
local fibonacci
fibonacci = setmetatable({ [0] = 0, 1 }, { __index = function(t, n)
  local value = t[n - 1] + t[n - 2]
  rawset(t, n, value)
  return value
end })
return fibonacci[50]
