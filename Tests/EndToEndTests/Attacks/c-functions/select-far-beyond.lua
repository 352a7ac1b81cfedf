-- expect: status=ok value=0
-- why: an index far beyond the last argument selects nothing
return select("#", select(math.maxinteger, 1, 2, 3))
