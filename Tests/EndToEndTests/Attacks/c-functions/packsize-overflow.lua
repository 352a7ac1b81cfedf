-- expect: status=error message~too large
-- expect: status=error message~too long
-- why: the size of a format must not wrap round
return string.packsize(("c100000000"):rep(30))
