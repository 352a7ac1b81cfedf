-- expect: status=ok value=done
-- why: no library function survives only because scripts call it properly
local values = { 0, -1, math.mininteger, math.maxinteger, 0.5, 0 / 0, 1 / 0, "", "%", "\0", {}, type, true }
for _, name in ipairs { "string", "table", "math", "utf8" } do
  for key, f in pairs(_G[name]) do
    if type(f) == "function" and key ~= "rep" and key ~= "move" then
      pcall(f)
      for _, a in ipairs(values) do
        pcall(f, a)
        for _, b in ipairs(values) do
          pcall(f, a, b)
          pcall(f, "abc", a, b)
          pcall(f, { 1, 2, 3 }, a, b)
        end
      end
    end
  end
end
return "done"
