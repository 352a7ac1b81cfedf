-- expect: status=error message~42
-- why: an error may be a number
error(42)
