-- expect: status=limit limit=instructions|time
-- why: an error raised while the limit unwinds must not take its place
pcall(function()
  local x <close> = setmetatable({}, { __close = function() error("another") end })
  while true do end
end)
return "swallowed"
