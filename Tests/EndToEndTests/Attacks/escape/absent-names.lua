-- expect: status=ok value=none
-- why: everything that reaches files, processes, clocks or the loader is gone
local found = {}
for _, name in ipairs { "io", "os", "debug", "package", "require", "module", "dofile", "loadfile",
    "loadstring", "collectgarbage", "warn", "setfenv", "getfenv", "newproxy", "arg", "jit", "ffi" } do
  if _G[name] ~= nil then found[#found + 1] = name end
end
return #found == 0 and "none" or table.concat(found, " ")
