-- expect: status=ok
-- why: the first of two files that must draw the same number
if not math.random then return "absent" end
return math.random(1 << 50)
