-- expect: status=ok value=-9223372036854775808 true 9223372036854775807
-- why: integers wrap round
return math.maxinteger + 1 .. " " .. tostring(math.mininteger == math.maxinteger + 1) .. " " .. math.maxinteger
