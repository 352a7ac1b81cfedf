-- expect: status=error message~contains zeros
-- expect: status=ok
-- why: a width with a NUL in the text is refused rather than cut in silence
return ("%10s"):format("a\0b")
