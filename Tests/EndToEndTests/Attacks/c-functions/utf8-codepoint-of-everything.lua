-- expect: status=error message~too long
-- expect: status=error message~too many results
-- expect: status=limit limit=memory
-- why: a code point each of megabytes does not fit on the stack
return utf8.codepoint(("x"):rep(5000000), 1, -1)
