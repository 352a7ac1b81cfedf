-- expect: status=limit limit=instructions|time|memory
-- expect: status=error message~too large
-- why: separators alone make a text as well
return #(""):rep(1 << 60, ",")
