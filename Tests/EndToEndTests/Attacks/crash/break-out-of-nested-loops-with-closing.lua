-- expect: status=ok value=inner 2 outer 1
-- why: a jump out of two loops closes both
local inner, outer = 0, 0
for _ = 1, 3 do
  local o <close> = setmetatable({}, { __close = function() outer = outer + 1 end })
  for index = 1, 3 do
    local i <close> = setmetatable({}, { __close = function() inner = inner + 1 end })
    if index == 2 then goto done end
  end
end
::done::
return "inner " .. inner .. " outer " .. outer
