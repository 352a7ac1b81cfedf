-- expect: status=ok value=closed 4
-- why: jumping back over a closing variable closes it
local count, round = 0, 0
::again::
do
  local x <close> = setmetatable({}, { __close = function() count = count + 1 end })
  round = round + 1
  if round < 4 then goto again end
end
return "closed " .. count
