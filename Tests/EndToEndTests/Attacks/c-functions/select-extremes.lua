-- expect: status=error message~out of range
-- why: a negative index before the first argument is refused
return select(math.mininteger, 1, 2, 3)
