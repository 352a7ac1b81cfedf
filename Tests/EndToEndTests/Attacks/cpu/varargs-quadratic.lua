-- expect: status=limit limit=instructions|time
-- why: every call copies all its arguments
local function f(...) return select("#", ...) end
local many = table.pack(table.unpack({}, 1, 10000))
while true do f(table.unpack(many, 1, 10000)) end
