-- expect: status=ok value=changed
-- why: a chunk may change its own library tables
for _, library in ipairs { string, table, math, utf8, coroutine } do
  for name in pairs(library) do library[name] = function() return "forged" end end
  library.leaked = "leaked"
  setmetatable(library, { __index = function() return "forged" end })
end
return "changed"
