-- expect: status=ok
-- expect: status=error
-- why: adding keys while going through a table is forbidden, not fatal
local t, n = { a = 1 }, 0
for key in pairs(t) do
  n = n + 1
  if n > 1000 then break end
  t[key .. n] = n
end
return "stopped"
