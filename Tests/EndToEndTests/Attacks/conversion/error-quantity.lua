-- expect: status=error
-- why: an error may be a value of the host
error(quantity "1元")
