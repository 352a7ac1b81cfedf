-- expect: status=ok value=123 132 213 231 312 321
-- why: a recursive generator
local function permute(rest, done)
  if #rest == 0 then coroutine.yield(done) end
  for index = 1, #rest do
    permute(rest:sub(1, index - 1) .. rest:sub(index + 1), done .. rest:sub(index, index))
  end
end
local list = {}
for p in coroutine.wrap(function() permute("123", "") end) do list[#list + 1] = p end
return table.concat(list, " ")
