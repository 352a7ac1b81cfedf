-- expect: status=error message~too large
-- expect: status=limit limit=memory
-- why: a product that does not fit into a size is refused
return #("xy"):rep(math.maxinteger)
