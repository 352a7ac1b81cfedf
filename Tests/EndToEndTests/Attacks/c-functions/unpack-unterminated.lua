-- expect: status=error message~unfinished
-- why: a text without its end is refused
return string.unpack("z", "abc")
