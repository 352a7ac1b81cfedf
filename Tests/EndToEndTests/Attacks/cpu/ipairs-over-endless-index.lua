-- expect: status=limit limit=instructions|time
-- why: ipairs follows __index and so never finds the end
for _ in ipairs(setmetatable({}, { __index = function(_, k) return k end })) do end
