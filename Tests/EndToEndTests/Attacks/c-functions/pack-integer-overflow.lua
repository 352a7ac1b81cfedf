-- expect: status=error message~overflow
-- why: a number that does not fit is refused
return string.pack("i1", 300)
