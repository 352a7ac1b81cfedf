-- expect: status=ok value=refused
-- why: bytecode can forge values and break the machine
if not load then return "refused" end
local ok, chunk = pcall(load, "\27Lua\x54\0\x19\x93\r\n\x1a\n\4\8\8xV\0\0\0\0\0\0\0\0\0\0\0(w@", "x", "b")
return ok and chunk and "loaded" or "refused"
