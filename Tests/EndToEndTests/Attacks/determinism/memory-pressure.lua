-- expect: status=limit limit=memory
-- why: the limit is reached after the same number of instructions every time
-- known-bug: how much memory is used depends on the hash seed of the state
local t = {}
for index = 1, math.huge do t[index] = ("x"):rep(1000) .. index end
