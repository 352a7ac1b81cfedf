-- expect: status=ok value=9
-- expect: status=error message~__mode
-- why: a cache whose entries may be collected
local cache = setmetatable({}, { __mode = "k" })
local key = {}
cache[key] = 9
return cache[key]
