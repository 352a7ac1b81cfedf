-- expect: status=ok value=1 2 false x
-- why: a protected call goes on after a pause and still catches
local co = coroutine.wrap(function()
  return pcall(function() coroutine.yield(1) coroutine.yield(2) error("x", 0) end)
end)
local a, b, ok, message = co(), co(), co()
return a .. " " .. b .. " " .. tostring(ok) .. " " .. message
