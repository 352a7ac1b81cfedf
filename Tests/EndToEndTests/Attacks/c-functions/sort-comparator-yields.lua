-- expect: status=ok value=false
-- expect: status=ok value=true
-- why: yielding out of a sort is refused or works, but does not crash
return tostring((coroutine.resume(coroutine.create(function()
  table.sort({ 3, 2, 1 }, function(a, b) coroutine.yield() return a < b end)
end))))
