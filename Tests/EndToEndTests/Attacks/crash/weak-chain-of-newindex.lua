-- expect: status=ok value=done
-- expect: status=error
-- why: __newindex that leads to a weak table which is collected at that moment
local weak = setmetatable({}, { __mode = "kv" })
local front = setmetatable({}, { __newindex = weak, __index = weak })
for index = 1, 100000 do
  front[index % 100] = { index }
  front[{}] = ("x"):rep(index % 50)
end
return "done"
