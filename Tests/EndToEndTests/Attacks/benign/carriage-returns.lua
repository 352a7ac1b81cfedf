local a = 1
local b = 2
-- expect: status=ok value=fine
-- why: line ends of other systems are line ends
return "fine"
