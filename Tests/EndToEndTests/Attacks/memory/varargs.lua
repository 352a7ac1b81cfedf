-- expect: status=limit limit=memory|stack|instructions|time
-- expect: status=error
-- why: arguments that grow with every call
local function grow(...) return grow(1, ...) end
grow()
