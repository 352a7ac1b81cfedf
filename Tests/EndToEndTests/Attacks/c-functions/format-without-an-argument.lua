-- expect: status=error message~no value
-- why: a directive without its argument reads nothing from the stack
return ("%s %s"):format("x")
