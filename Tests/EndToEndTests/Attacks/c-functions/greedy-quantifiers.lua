-- expect: status=limit limit=instructions|time
-- why: greedy quantifiers in a row are no better
return ("a"):rep(5000):match((".*"):rep(30) .. "b")
