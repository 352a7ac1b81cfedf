-- expect: status=error
-- why: a chunk that stops in the middle of everything
local t = { f = function(a, b, ...) if a then for i = 1, (b or [==[ x
