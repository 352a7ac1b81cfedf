-- expect: status=error
-- why: an amount cannot be divided by nothing
return tostring(quantity "1元" / 0)
