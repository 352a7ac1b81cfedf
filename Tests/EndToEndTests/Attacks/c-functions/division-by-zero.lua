-- expect: status=error message~divide by zero
-- why: an integer has no infinity
return 1 // 0
