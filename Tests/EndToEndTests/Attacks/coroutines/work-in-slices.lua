-- expect: status=limit limit=instructions|time
-- why: work cut into many coroutines is counted together
for _ = 1, 1000000 do
  coroutine.wrap(function() for _ = 1, 100000 do end end)()
end
return "too much work"
