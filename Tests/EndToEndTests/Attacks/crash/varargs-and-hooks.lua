-- expect: status=ok value=1100
-- why: functions with varargs are where a hook and a moving stack meet
local function f(n, ...) if n == 0 then return select("#", ...) end return f(n - 1, n, ...) end
return f(1000, table.unpack({}, 1, 100))
