-- expect: status=error message~out of string
-- why: a start outside the text is refused
return string.unpack("i4", "abcd", 1 << 62)
