-- expect: status=ok value=done
-- why: closing the state at the end must not run what a script left open
coroutine.wrap(function()
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  coroutine.yield()
end)()
return "done"
