-- expect: status=error message~overflow
-- expect: status=limit limit=stack|memory|instructions
-- why: a comparator that sorts
local function less(a, b) table.sort({ 2, 1 }, less) return a < b end
table.sort({ 2, 1 }, less)
return "sorted"
