-- expect: status=ok value=none
-- why: no plain value leads to a table that other evaluations share
for _, value in ipairs { 1, 1.5, true, type, coroutine.create(type), _G, string, table, math } do
  if getmetatable(value) then return "leak" end
end
return getmetatable(nil) == nil and "none" or "leak"
