-- expect: status=error message~too many results
-- why: results have to fit on the stack
return table.unpack({}, 1, 1 << 24)
