-- expect: status=ok value=done
-- why: far more than the limit may be used over time
for _ = 1, 300 do
  local t = {}
  for index = 1, 10000 do t[index] = index end
end
return "done"
