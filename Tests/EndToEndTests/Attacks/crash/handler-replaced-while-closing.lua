-- expect: status=ok value=false handled: from close
-- why: closing variables while an error unwinds must not change who handles it
local ok, message = xpcall(function()
  local x <close> = setmetatable({}, { __close = function()
    pcall(error, "inside")
    error("from close", 0)
  end })
  error("body", 0)
end, function(m) return "handled: " .. m end)
return tostring(ok) .. " " .. message
