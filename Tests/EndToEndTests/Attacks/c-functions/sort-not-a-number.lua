-- expect: status=error message~invalid order function
-- expect: status=ok value=300
-- why: NaN is less than nothing and greater than nothing
local t = {}
for index = 1, 300 do t[index] = index % 3 == 0 and 0 / 0 or index end
table.sort(t)
return #t
