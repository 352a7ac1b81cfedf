-- expect: status=ok value=refused
-- why: a reader that hands over bytecode piece by piece is refused too
if not load then return "refused" end
local pieces, at = { "\27", "Lua", "\x54\0\x19\x93\r\n\x1a\n" }, 0
local ok, chunk = pcall(load, function() at = at + 1 return pieces[at] end, "x", "bt")
return ok and chunk and "loaded" or "refused"
