-- expect: status=ok value=1,2,3,4 | 4 | 2,3 | 3,2,1 | 1 2
-- why: insert, remove, move, sort, unpack
local t = { 2, 3 }
table.insert(t, 4)
table.insert(t, 1, 1)
local joined = table.concat(t, ",")
local last = table.remove(t)
local moved = table.concat(table.move(t, 2, 3, 1, {}), ",")
table.sort(t, function(a, b) return a > b end)
local a, b = table.unpack({ 1, 2 })
return joined .. " | " .. last .. " | " .. moved .. " | " .. table.concat(t, ",") .. " | " .. a .. " " .. b
