-- expect: status=ok value=-9223372036854775808
-- why: the smallest integer is written in full
return math.mininteger
