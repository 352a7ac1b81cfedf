-- expect: status=ok value=abc||abc|
-- why: the ends of the integers are clamped to the ends of the text
local s, low, high = "abc", math.mininteger, math.maxinteger
return s:sub(low, high) .. "|" .. s:sub(high, low) .. "|" .. s:sub(low) .. "|" .. s:sub(high)
