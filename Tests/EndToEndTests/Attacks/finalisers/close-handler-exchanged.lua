-- expect: status=ok value=new
-- why: the handler that counts is the one at the end
local seen
do
  local metatable = { __close = function() seen = "old" end }
  local x <close> = setmetatable({}, metatable)
  metatable.__close = function() seen = "new" end
end
return seen
