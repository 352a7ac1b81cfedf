-- expect: status=ok value=false false outer
-- why: a protected call inside a message handler must not replace it
local ok, a, b = xpcall(error, function()
  local inner = xpcall(error, function() return "inner" end, "x")
  return "outer", inner
end, "y")
return tostring(ok) .. " " .. tostring(b or false) .. " " .. a
