-- expect: status=error
-- expect: status=ok
-- why: 5.4.4 makes wrong code for globals when the environment is a constant
local _ENV <const> = 11
X = "hi"
