-- expect: status=error message~too many captures
-- why: there is room for a fixed number of captures
return ("a"):rep(50):match(("(a)"):rep(40))
