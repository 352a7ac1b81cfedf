-- expect: status=error
-- expect: status=ok value=done
-- why: a comparator that empties the list being sorted
local t = {}
for index = 1, 500 do t[index] = index % 37 end
table.sort(t, function(a, b)
  for index = 1, #t do t[index] = nil end
  return (a or 0) < (b or 0)
end)
return "done"
