-- expect: status=error message~invalid conversion
-- why: widths of more than two digits are refused
return ("%1000d"):format(1)
