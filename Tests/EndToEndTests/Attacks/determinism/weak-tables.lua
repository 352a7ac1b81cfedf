-- expect: status=ok
-- expect: status=error
-- why: when an entry of a weak table goes must not depend on anything outside the script
local cache, counts = setmetatable({}, { __mode = "k" }), {}
for round = 1, 20 do
  for _ = 1, 500 do cache[{}] = "x" end
  local count = 0
  for _ in pairs(cache) do count = count + 1 end
  counts[round] = count
end
return table.concat(counts, " ")
