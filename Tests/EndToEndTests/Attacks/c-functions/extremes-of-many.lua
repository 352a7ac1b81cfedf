-- expect: status=error
-- expect: status=ok
-- expect: status=limit limit=instructions|time|memory
-- why: a host function with a hundred thousand arguments
return tostring(max(table.unpack(table.pack(("1"):rep(100000):byte(1, 100000)))))
