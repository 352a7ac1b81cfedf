-- expect: status=limit limit=instructions|time
-- why: lazy quantifiers in a row try every way to divide a text
return ("a"):rep(5000):find((".-"):rep(30) .. "b")
