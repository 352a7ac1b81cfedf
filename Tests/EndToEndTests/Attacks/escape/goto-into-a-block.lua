-- expect: status=error message~jumps into the scope
-- why: a jump must not skip the making of a variable
goto inside
local x = 1
::inside::
return x
