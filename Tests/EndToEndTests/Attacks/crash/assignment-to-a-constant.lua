-- expect: status=error message~attempt to assign to const
-- why: constants are checked by the compiler
local x <const> = 1
x = 2
