-- expect: status=limit limit=memory|time
-- why: a chain of tables without end
local t = {}
while true do t = { t } end
