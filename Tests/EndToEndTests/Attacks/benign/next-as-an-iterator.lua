-- expect: status=ok value=6
-- why: `next` with a key goes through a table
local sum = 0
for _, value in next, { a = 1, b = 2, c = 3 } do sum = sum + value end
return sum
