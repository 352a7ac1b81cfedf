-- expect: status=ok value=a b c d e f g h
-- why: texts come in the order of their bytes, whatever order they were stored in
local t, keys = {}, {}
for c in ("hcafbged"):gmatch(".") do t[c] = true end
for key in pairs(t) do keys[#keys + 1] = key end
return table.concat(keys, " ")
