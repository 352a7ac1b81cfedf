-- expect: status=ok value=false
-- expect: status=ok value=true
-- why: pausing below several C functions at once
return tostring((coroutine.resume(coroutine.create(function()
  return ("ab"):gsub("%w", function(c)
    table.sort({ 2, 1 }, function() coroutine.yield(c) return true end)
  end)
end))))
