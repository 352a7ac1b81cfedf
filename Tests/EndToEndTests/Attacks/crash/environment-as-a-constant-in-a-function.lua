-- expect: status=error message~attempt to index
-- expect: status=error message~constant
-- why: the same when the constant belongs to an outer function
local function f()
  local _ENV <const> = 11
  return function() X = "hi" end
end
f()()
