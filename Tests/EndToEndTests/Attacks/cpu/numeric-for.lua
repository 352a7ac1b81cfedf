-- expect: status=limit limit=instructions|time
-- why: a counted loop with the largest count
for _ = math.mininteger, math.maxinteger do end
