-- expect: status=limit limit=instructions|time
-- why: the same from within an iterator
for _ in ("a"):rep(3000):gmatch(("a*"):rep(20) .. "b") do end
