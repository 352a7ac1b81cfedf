-- expect: status=ok value=false
-- why: a callback of a C function cannot be suspended
return tostring((coroutine.resume(coroutine.create(function()
  return ("x"):gsub("x", coroutine.yield)
end))))
