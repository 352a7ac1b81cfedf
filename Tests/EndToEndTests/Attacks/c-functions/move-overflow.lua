-- expect: status=error message~too many elements
-- why: ranges that do not fit are refused
return table.move({}, math.mininteger, math.maxinteger, 1)
