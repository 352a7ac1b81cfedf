-- expect: status=ok value=closed after 3
-- why: the fourth value of a loop is closed when it is left
local seen = ""
for index in ipairs { 1, 2, 3, 4 } do
  for _ in next, { 1 }, nil, setmetatable({}, { __close = function() seen = "closed after " .. index end }) do break end
  if index == 3 then break end
end
return seen
