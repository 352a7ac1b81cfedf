-- expect: status=ok value=3 nil 6 4
-- why: nil among arguments, select, pack
local function f(...)
  local packed = table.pack(...)
  return packed.n, packed[2], select(-1, ...)
end
local n, second, last = f(5, nil, 6)
return n .. " " .. tostring(second) .. " " .. last .. " " .. select("#", nil, nil, nil, nil)
