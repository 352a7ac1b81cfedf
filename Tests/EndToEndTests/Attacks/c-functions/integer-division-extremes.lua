-- expect: status=ok value=-9223372036854775808 0
-- why: the smallest integer divided by minus one traps on many machines
return math.mininteger // -1 .. " " .. math.mininteger % -1
