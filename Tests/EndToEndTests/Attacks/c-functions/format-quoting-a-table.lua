-- expect: status=error message~no literal
-- why: only plain values have a literal form
-- known-bug: %q of a table gives a text instead of an error
return ("%q"):format({})
