-- expect: status=ok
-- same-as: a-first-random
-- why: the next chunk draws what the first one drew
if not math.random then return "absent" end
return math.random(1 << 50)
