-- expect: status=limit limit=instructions|time
-- why: the same from within a replacement
return (("a"):rep(3000):gsub(("a-"):rep(20) .. "b", ""))
