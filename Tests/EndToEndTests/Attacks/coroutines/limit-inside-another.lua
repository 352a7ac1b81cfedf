-- expect: status=limit limit=instructions|time
-- why: a limit reached three coroutines deep ends all of them
coroutine.resume(coroutine.create(function()
  coroutine.resume(coroutine.create(function()
    coroutine.resume(coroutine.create(function() while true do end end))
    return "swallowed"
  end))
end))
return "swallowed"
