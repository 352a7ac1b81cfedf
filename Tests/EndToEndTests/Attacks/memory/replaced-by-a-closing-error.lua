-- expect: status=limit limit=memory
-- why: an error raised while the memory limit unwinds must not take its place
pcall(function()
  local x <close> = setmetatable({}, { __close = function() error("another") end })
  local t = {}
  while true do t[#t + 1] = {} end
end)
return "swallowed"
