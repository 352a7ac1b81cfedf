-- expect: status=limit limit=instructions|time
-- why: a closing handler cannot protect itself from the limit
local x <close> = setmetatable({}, {
  __close = function() while true do pcall(function() while true do end end) end end,
})
while true do end
