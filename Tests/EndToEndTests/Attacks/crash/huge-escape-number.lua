-- expect: status=error message~escape
-- why: a decimal escape holds one byte
return "\999"
