-- expect: status=error
-- expect: status=limit limit=memory|stack
-- expect: status=ok value=200000
-- why: handing over as many values as fit on a stack
local co = coroutine.wrap(function(...) coroutine.yield(select("#", ...)) end)
return co(table.unpack({}, 1, 200000))
