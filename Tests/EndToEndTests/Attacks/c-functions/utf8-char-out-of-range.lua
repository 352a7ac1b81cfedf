-- expect: status=error message~out of range
-- why: code points end at 31 bits
return utf8.char(-1)
