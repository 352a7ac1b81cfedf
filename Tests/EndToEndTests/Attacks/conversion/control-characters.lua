-- expect: status=ok value="\u0001\u001b[31m\u007f"
-- why: control characters are escaped in the report
return "\1\27[31m\127"
