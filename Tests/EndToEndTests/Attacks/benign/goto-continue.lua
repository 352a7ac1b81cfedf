-- expect: status=ok value=1 3 5
-- why: a jump as `continue`
local odd = {}
for index = 1, 5 do
  if index % 2 == 0 then goto continue end
  odd[#odd + 1] = index
  ::continue::
end
return table.concat(odd, " ")
