-- expect: status=limit limit=stack|instructions|memory|time
-- expect: status=error
-- why: a closing handler needs room when the stack has overflowed
local function f()
  local x <close> = setmetatable({}, { __close = function() return tostring({}) end })
  return 1 + f()
end
return f()
