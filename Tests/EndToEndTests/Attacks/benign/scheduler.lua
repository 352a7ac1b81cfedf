-- expect: status=ok value=a1 b1 a2 b2 b3
-- why: coroutines that take turns
local log, tasks = {}, {}
for name, turns in pairs { a = 2, b = 3 } do
  tasks[#tasks + 1] = coroutine.create(function()
    for turn = 1, turns do log[#log + 1] = name .. turn coroutine.yield() end
  end)
end
while #tasks > 0 do
  for index = #tasks, 1, -1 do
    if coroutine.status(tasks[index]) == "dead" then table.remove(tasks, index) end
  end
  for _, task in ipairs(tasks) do coroutine.resume(task) end
end
return table.concat(log, " ")
