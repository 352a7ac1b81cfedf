-- expect: status=ok value=drawn
-- why: a chunk draws numbers and sets a seed of its own
if math.randomseed then math.randomseed(7) for _ = 1, 100 do math.random() end end
return "drawn"
