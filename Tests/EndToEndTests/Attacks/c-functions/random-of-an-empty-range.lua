-- expect: status=error
-- why: there is no number in an empty range, and no number at all without a generator
return math.random(2, 1)
