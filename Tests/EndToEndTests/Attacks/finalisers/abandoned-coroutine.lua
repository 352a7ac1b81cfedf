-- expect: status=ok value=false
-- why: a suspended coroutine that is forgotten closes nothing later
local ran = false
coroutine.wrap(function()
  local x <close> = setmetatable({}, { __close = function() ran = true end })
  coroutine.yield()
end)()
for _ = 1, 300000 do local _ = {} end
return tostring(ran)
