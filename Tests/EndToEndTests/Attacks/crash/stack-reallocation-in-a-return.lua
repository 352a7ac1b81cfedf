-- expect: status=ok value=1 5000
-- expect: status=error message~too many results
-- why: results that are moved while a variable is closed
local function f()
  local x <close> = setmetatable({}, { __close = function() local _ = table.pack(table.unpack({}, 1, 20000)) end })
  return 1, select("#", table.unpack({}, 1, 5000))
end
local a, b = coroutine.wrap(f)()
return a .. " " .. b
