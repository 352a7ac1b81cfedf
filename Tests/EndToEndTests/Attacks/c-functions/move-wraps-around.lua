-- expect: status=error message~destination wrap around
-- why: a target beyond the last integer is refused
return table.move({}, 1, 10, math.maxinteger - 5)
