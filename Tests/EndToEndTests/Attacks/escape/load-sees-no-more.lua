-- expect: status=ok value=nil nil nil nil
-- why: a loaded chunk has the same globals as its caller, not a fuller set
if not load then return "nil nil nil nil" end
local a, b, c, d = load("return io, os, debug, package")()
return tostring(a) .. " " .. tostring(b) .. " " .. tostring(c) .. " " .. tostring(d)
