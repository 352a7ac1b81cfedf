-- expect: status=ok
-- expect: status=error
-- why: code points that are no characters must not break the report
return utf8.char(0xD800, 0xDFFF, 0x7FFFFFFF, 0xFFFE)
