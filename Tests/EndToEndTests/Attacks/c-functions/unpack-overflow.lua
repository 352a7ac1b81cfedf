-- expect: status=error message~too many results
-- why: the number of results must not wrap round
return table.unpack({}, math.mininteger, math.maxinteger)
