-- expect: status=limit limit=instructions|time
-- why: resuming must not turn the limit into a value
coroutine.resume(coroutine.create(function() while true do end end))
return "swallowed"
