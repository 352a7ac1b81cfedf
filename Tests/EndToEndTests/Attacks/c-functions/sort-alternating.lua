-- expect: status=error message~invalid order function
-- expect: status=ok value=1000
-- why: a comparator that changes its mind must not lead outside the list
local t, flip = {}, false
for index = 1, 1000 do t[index] = index end
table.sort(t, function() flip = not flip return flip end)
return #t
