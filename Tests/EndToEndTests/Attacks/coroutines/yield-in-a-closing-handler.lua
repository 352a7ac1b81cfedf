-- expect: status=ok value=pause 1 done
-- expect: status=error
-- why: a closing handler may pause when its function returns
local co = coroutine.wrap(function()
  local x <close> = setmetatable({}, { __close = function() coroutine.yield("pause") end })
  return 1, "done"
end)
local first = co()
local a, b = co()
return first .. " " .. a .. " " .. b
