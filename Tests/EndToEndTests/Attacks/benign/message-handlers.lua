-- expect: status=ok value=false <boom> true 1 2
-- why: a handler words the message, and results come through
local ok, message = xpcall(error, function(m) return "<" .. m .. ">" end, "boom", 0)
local results = table.pack(xpcall(function(...) return ... end, type, 1, 2))
return tostring(ok) .. " " .. message .. " " .. tostring(results[1]) .. " " .. results[2] .. " " .. results[3]
