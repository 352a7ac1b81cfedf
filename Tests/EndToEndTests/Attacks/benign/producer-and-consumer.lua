-- expect: status=ok value=1:a 2:b 3:c
-- why: values travel both ways
local producer = coroutine.create(function(prefix)
  for c in ("abc"):gmatch(".") do prefix = coroutine.yield(prefix .. ":" .. c) end
end)
local out = {}
for index = 1, 3 do out[index] = select(2, coroutine.resume(producer, index)) end
return table.concat(out, " ")
