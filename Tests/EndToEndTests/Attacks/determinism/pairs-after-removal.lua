-- expect: status=ok value=a c e
-- why: holes left by removed keys do not change the order
local t, keys = {}, {}
for c in ("abcdef"):gmatch(".") do t[c] = true end
t.b, t.d, t.f = nil, nil, nil
for key in pairs(t) do keys[#keys + 1] = key end
return table.concat(keys, " ")
