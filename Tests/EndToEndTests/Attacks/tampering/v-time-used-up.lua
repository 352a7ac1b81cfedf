-- expect: status=limit limit=time|instructions
-- why: a chunk that ends with its worker or with its budget
return (("a"):rep(20000):find((".-"):rep(60) .. "b"))
