-- expect: status=error
-- expect: status=limit limit=memory|instructions|time|size
-- why: the host reads a text of megabytes only as far as it must
return quantity(("9"):rep(30000000) .. "元")
