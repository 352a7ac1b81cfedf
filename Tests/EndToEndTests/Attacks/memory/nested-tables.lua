-- expect: status=limit limit=memory
-- why: a chain of tables without end
local t = {}
while true do t = { t } end
