-- expect: status=error message~out of range
-- why: a byte has eight bits
return string.char(256)
