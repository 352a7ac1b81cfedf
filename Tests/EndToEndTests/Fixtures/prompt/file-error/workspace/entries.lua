x = 1

-- what follows is wrong
if x == 1 then
  x.y.z = 1
end
