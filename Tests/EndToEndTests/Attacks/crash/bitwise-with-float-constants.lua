-- expect: status=error message~number has no integer representation
-- why: constants are folded only when that changes nothing
return 1.5 | 1
