-- expect: status=ok value=8 14 6 -13 48 3
-- why: bitwise operators
return (12 & 10) .. " " .. (12 | 10) .. " " .. (12 ~ 10) .. " " .. ~12 .. " " .. (12 << 2) .. " " .. (12 >> 2)
