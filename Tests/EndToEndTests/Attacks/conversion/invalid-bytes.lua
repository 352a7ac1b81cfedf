-- expect: status=ok value=a��b
-- expect: status=ok value=a�b
-- expect: status=error
-- why: bytes that are no text are repaired, or refused
return "a\xFF\xFEb"
