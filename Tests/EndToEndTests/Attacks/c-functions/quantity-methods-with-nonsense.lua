-- expect: status=ok value=done
-- why: methods of host values survive any argument
local q = quantity "5元"
for _, name in ipairs { "to", "number", "rounded", "unit" } do
  for _, argument in ipairs { "", "\0", "\255", ("x"):rep(1000), 1e308, 0.5, -1, {}, type, q } do
    pcall(q[name], q, argument)
    pcall(q[name], argument, q)
    pcall(q[name], argument)
  end
  pcall(q[name])
end
return "done"
