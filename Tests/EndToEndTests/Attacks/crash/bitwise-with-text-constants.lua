-- expect: status=ok value=7
-- expect: status=error message~bitwise operation
-- why: whether texts take part in bitwise operators is up to the release, a wrong number is not
local x = 3
return x | "4"
