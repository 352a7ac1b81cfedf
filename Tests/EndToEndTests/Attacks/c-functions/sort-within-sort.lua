-- expect: status=ok value=1 2 3
-- why: a comparator may sort the same list again
local t, depth = { 3, 1, 2 }, 0
table.sort(t, function(a, b)
  if depth < 20 then
    depth = depth + 1
    table.sort({ 2, 1 })
  end
  return a < b
end)
return table.concat(t, " ")
