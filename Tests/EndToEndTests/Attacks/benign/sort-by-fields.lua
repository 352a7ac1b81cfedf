-- expect: status=ok value=Bo 3, Al 5, Cy 5
-- why: a comparator with two keys
local list = { { "Cy", 5 }, { "Bo", 3 }, { "Al", 5 } }
table.sort(list, function(a, b) if a[2] ~= b[2] then return a[2] < b[2] end return a[1] < b[1] end)
local out = {}
for index, row in ipairs(list) do out[index] = row[1] .. " " .. row[2] end
return table.concat(out, ", ")
