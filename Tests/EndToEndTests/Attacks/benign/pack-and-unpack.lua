-- expect: status=ok value=7 258 abc 12
-- why: binary layouts
local data = string.pack("<i4 >I2 s2 z", 7, 258, "abc", "x")
local a, b, c = string.unpack("<i4 >I2 s2", data)
return a .. " " .. b .. " " .. c .. " " .. #data + -1
