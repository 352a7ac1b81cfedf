-- expect: status=ok value=none
-- why: no dangerous function is reachable through any table or metatable
local bad = {}
for name in ([[popen tmpfile tmpname execute getenv exit remove_file rename setlocale clock date
    loadlib searchpath searchers preload loaded cpath dofile loadfile dump getregistry gethook
    sethook getinfo getlocal setlocal getupvalue setupvalue upvalueid upvaluejoin getuservalue
    setuservalue setcstacklimit collectgarbage warn]]):gmatch("[%w_]+") do
  bad[name] = true
end
local seen, found, queue = {}, {}, { _G, _ENV, "", 1, true, type, coroutine.create(type), quantity }
while #queue > 0 do
  local value = table.remove(queue)
  local metatable = getmetatable(value)
  if type(metatable) == "table" and not seen[metatable] then
    seen[metatable] = true
    queue[#queue + 1] = metatable
  end
  if type(value) == "table" then
    for k, v in pairs(value) do
      if bad[k] then found[#found + 1] = k end
      if type(v) == "table" and not seen[v] then
        seen[v] = true
        queue[#queue + 1] = v
      end
    end
  end
end
return #found == 0 and "none" or table.concat(found, " ")
