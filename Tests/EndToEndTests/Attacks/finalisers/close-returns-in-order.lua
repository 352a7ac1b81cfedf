-- expect: status=ok value=cba
-- why: variables are closed in the opposite order
local order = ""
do
  local function closer(name) return setmetatable({}, { __close = function() order = order .. name end }) end
  local a <close>, b = closer "a", 1
  local b <close> = closer "b"
  local c <close> = closer "c"
end
return order
