-- expect: status=ok value=done
-- why: garbage made in every operator gives the collector every chance
local metatable = {}
local function make() return setmetatable({ ("x"):rep(100) }, metatable) end
for _, name in ipairs { "__add", "__concat", "__index", "__call", "__unm", "__len", "__idiv", "__band" } do
  metatable[name] = function() for _ = 1, 50 do make() end return 1 end
end
for _ = 1, 500 do
  local a = make()
  local _ = a + a, a .. a, a.x, a(), -a, #a, a // a, a & a
end
return "done"
