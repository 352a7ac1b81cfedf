-- expect: status=error message~zero
-- why: an integer remainder by zero traps on many machines
return math.fmod(1, 0)
