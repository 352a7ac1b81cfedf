-- expect: status=ok value=null
-- why: a chunk that returns nothing has no value
local _ = 1
