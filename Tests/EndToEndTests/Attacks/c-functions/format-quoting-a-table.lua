-- expect: status=error message~no literal
-- why: only plain values have a literal form
return ("%q"):format({})
