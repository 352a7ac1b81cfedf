-- expect: status=error message~unknown attribute
-- why: only two attributes exist
local x <strong> = 1
