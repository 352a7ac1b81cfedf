-- expect: status=limit limit=memory
-- why: an error raised while the memory limit unwinds must not take its place
-- known-bug: an error in a __close handler replaces the memory limit
pcall(function()
  local x <close> = setmetatable({}, { __close = function() error("another") end })
  local t = {}
  while true do t[#t + 1] = {} end
end)
return "swallowed"
