-- expect: status=ok value=8 errors
-- why: broken patterns are errors and read nothing beyond their end
local count = 0
for _, pattern in ipairs { "%", "[", "[a", "[%", "(", "%f", "%b", "%1" } do
  if not pcall(string.find, "aaa", pattern) then count = count + 1 end
end
return count .. " errors"
