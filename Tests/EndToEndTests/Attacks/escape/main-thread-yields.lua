-- expect: status=error message~outside a coroutine
-- why: there is nothing to yield to
coroutine.yield(1)
