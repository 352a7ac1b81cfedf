-- expect: status=ok value=done
-- expect: status=error
-- expect: status=limit limit=memory|instructions|time
-- why: a weak table that grows and is emptied by the collector
local cache = setmetatable({}, { __mode = "kv" })
for _ = 1, 300000 do cache[{}] = {} end
return "done"
