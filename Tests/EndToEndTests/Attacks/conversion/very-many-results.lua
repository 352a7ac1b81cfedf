-- expect: status=ok
-- expect: status=error
-- expect: status=limit limit=size|memory|stack
-- why: hundreds of thousands of results fit on no report
return table.unpack({ "x" }, 1, 500000)
