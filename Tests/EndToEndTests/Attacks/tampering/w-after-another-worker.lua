-- expect: status=ok
-- same-as: a-first-random
-- why: a new worker gives the same numbers as the old one
if not math.random then return "absent" end
return math.random(1 << 50)
