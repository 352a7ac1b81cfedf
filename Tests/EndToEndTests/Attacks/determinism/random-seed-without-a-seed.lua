-- expect: status=ok
-- expect: status=error
-- why: asking for a random seed must not bring in clock or address
if not math.randomseed then return "absent" end
math.randomseed()
return math.random(1 << 50)
