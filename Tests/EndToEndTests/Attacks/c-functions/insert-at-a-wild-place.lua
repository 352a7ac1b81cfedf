-- expect: status=error message~out of bounds
-- why: places outside the list are refused
table.insert({ 1, 2, 3 }, -5, "x")
