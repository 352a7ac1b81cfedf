-- expect: status=ok value=0 0 0 1
-- why: shifts by more than the width of an integer are defined
return (1 << 64) .. " " .. (1 >> math.maxinteger) .. " " .. (1 << math.mininteger) .. " " .. (1 >> 0)
