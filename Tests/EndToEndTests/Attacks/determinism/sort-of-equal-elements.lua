-- expect: status=ok
-- why: where equal elements end up must not depend on the clock
local list, order = {}, {}
for index = 1, 400 do list[index] = { key = index % 3, name = index } end
table.sort(list, function(a, b) return a.key < b.key end)
for index, element in ipairs(list) do order[index] = element.name end
return table.concat(order, " ")
