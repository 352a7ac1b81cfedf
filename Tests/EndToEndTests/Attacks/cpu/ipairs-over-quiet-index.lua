-- expect: status=limit limit=instructions|time
-- why: an __index of C answers without a single Lua instruction of its own
for _ in ipairs(setmetatable({}, { __index = rawequal })) do end
