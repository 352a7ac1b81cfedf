-- expect: status=limit limit=instructions|time
-- why: a search that reaches the limit cannot be caught
pcall(string.find, ("a"):rep(5000), (".-"):rep(30) .. "b")
return "swallowed"
