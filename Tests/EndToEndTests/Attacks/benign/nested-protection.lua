-- expect: status=ok value=inner:a outer:b
-- why: protected calls inside protected calls
local parts = {}
pcall(function()
  local _, m = pcall(error, "a", 0)
  parts[1] = "inner:" .. m
  local _, n = pcall(function() pcall(error, "ignored") error("b", 0) end)
  parts[2] = "outer:" .. n
end)
return table.concat(parts, " ")
