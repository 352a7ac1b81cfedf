-- expect: status=ok value=1 2 3 -1 0.5 7 a b true false
-- expect: status=ok value=1 2 3 a b -1 0.5 7 false true
-- why: the documented order: list, texts, other numbers, false and true
local t, keys = { 1, 2, 3, b = 1, a = 1, [7] = 1, [0.5] = 1, [-1] = 1, [true] = 1, [false] = 1 }, {}
for key in pairs(t) do keys[#keys + 1] = tostring(key) end
return table.concat(keys, " ")
