-- expect: status=ok value=a b c
-- why: assigning to existing keys while going through them changes nothing in the order
local t, keys = { a = 1, b = 2, c = 3 }, {}
for key, value in pairs(t) do
  keys[#keys + 1] = key
  t[key] = value * 2
end
return table.concat(keys, " ")
