-- expect: status=error message~base out of range
-- why: bases lie between 2 and 36
return tonumber("10", math.maxinteger)
