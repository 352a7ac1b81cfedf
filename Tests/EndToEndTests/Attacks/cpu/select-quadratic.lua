-- expect: status=limit limit=instructions|time|stack
-- why: walking arguments with select is quadratic
local function walk(...)
  local n = select("#", ...)
  for index = 1, n do local _ = select(index, ...) end
end
while true do walk(table.unpack({}, 1, 20000)) end
