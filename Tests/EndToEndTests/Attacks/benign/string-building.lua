-- expect: status=ok value=48894
-- why: building a long text from parts is cheap
local parts = {}
for index = 1, 10000 do parts[index] = tostring(index) .. "," end
return #table.concat(parts)
