-- expect: status=ok value="a\u0000b"
-- why: a NUL does not end a text
return "a\0b"
