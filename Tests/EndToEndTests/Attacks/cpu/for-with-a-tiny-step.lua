-- expect: status=limit limit=instructions|time
-- why: a step too small to change a float never arrives
for _ = 1e15, 2e15, 0.001 do end
