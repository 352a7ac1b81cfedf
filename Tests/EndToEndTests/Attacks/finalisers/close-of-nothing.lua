-- expect: status=ok value=fine
-- why: nil and false need no closing
local a <close>, b = nil, 1
local c <close> = false
return "fine"
