-- expect: status=error message~function
-- why: an error may be a function
error(type)
