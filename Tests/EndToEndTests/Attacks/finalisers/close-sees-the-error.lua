-- expect: status=ok value=boom
-- why: a closing handler is told the error that unwinds
local seen
pcall(function()
  local x <close> = setmetatable({}, { __close = function(_, e) seen = e end })
  error("boom", 0)
end)
return seen
