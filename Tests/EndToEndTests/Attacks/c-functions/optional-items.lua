-- expect: status=limit limit=instructions|time
-- expect: status=error message~pattern
-- why: optional items before the same items needed is the classical worst case
return ("a"):rep(40):match(("a?"):rep(40) .. ("a"):rep(41))
