-- expect: status=ok value=-9223372036854775808
-- why: the smallest integer has no counterpart and wraps
return math.abs(math.mininteger)
