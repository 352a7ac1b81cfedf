-- expect: status=ok value=clean
-- why: no message of an operator or a function shows an address
local o, texts = setmetatable({}, { __name = "account" }), {}
for _, f in ipairs {
  function() return o + 1 end, function() return o .. "x" end, function() return #type end,
  function() return o < o end, function() return ("x"):rep(o) end, function() return o.x.y end,
  function() return table.concat { o } end, function() return ("%d"):format(o) end,
  function() return ("%q"):format(o) end, function() for _ = 1, o do end end,
  function() return setmetatable(1, o) end, function() return math.floor(o) end,
  function() error(o) end, function() return tostring(o, {}) end, function() return o() end,
} do
  local _, message = pcall(f)
  texts[#texts + 1] = tostring(message)
end
return table.concat(texts, "\n"):find("0x%x%x%x") and "address" or "clean"
