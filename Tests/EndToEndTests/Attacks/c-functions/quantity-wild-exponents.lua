-- expect: status=error
-- why: an exponent must not make the host build a number of a billion digits
return tostring(quantity "1e999999999元")
