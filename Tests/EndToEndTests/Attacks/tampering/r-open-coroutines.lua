-- expect: status=ok value=open
-- why: a chunk leaves coroutines with variables to be closed
for _ = 1, 100 do
  coroutine.wrap(function()
    local x <close> = setmetatable({}, { __close = function() leaked = "closed" end })
    coroutine.yield()
  end)()
end
return "open"
