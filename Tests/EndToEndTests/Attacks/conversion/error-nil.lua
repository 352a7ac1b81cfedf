-- expect: status=error
-- why: an error may be nothing
error(nil)
