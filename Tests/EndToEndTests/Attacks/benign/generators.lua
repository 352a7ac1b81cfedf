-- expect: status=ok value=0 1 1 2 3 5 8 13
-- why: coroutines as generators
local function fibonacci()
  return coroutine.wrap(function()
    local a, b = 0, 1
    while true do coroutine.yield(a) a, b = b, a + b end
  end)
end
local list, next_number = {}, fibonacci()
for index = 1, 8 do list[index] = next_number() end
return table.concat(list, " ")
