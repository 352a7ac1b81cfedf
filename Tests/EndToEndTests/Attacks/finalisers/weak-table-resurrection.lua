-- expect: status=ok value=done
-- expect: status=error
-- why: ephemerons, weak values and cycles among them survive collections
local cache = setmetatable({}, { __mode = "k" })
for index = 1, 20000 do
  local key = {}
  cache[key] = { key, cache }
  if index % 1000 == 0 then cache[index] = setmetatable({ key }, { __mode = "v" }) end
end
return "done"
