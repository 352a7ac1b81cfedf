-- expect: status=error message~invalid value
-- why: the range of a join may lie anywhere, and nothing is there
return table.concat({}, ",", math.maxinteger - 1, math.maxinteger)
