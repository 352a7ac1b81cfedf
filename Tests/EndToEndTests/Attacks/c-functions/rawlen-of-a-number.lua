-- expect: status=error message~table or string
-- why: a number has no length
return rawlen(5)
