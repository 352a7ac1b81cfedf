-- expect: status=ok value=null
-- why: the next chunk that returns nothing reports nothing
local _ = 1
