-- expect: status=ok
-- expect: status=error
-- why: the collector shows through weak values
local cache, survivors = setmetatable({}, { __mode = "v" }), {}
for index = 1, 3000 do
  cache["k" .. index] = { index }
  if index % 100 == 0 then survivors[#survivors + 1] = cache["k" .. index - 50] and "1" or "0" end
end
return table.concat(survivors)
