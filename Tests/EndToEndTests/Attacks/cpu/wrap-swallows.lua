-- expect: status=limit limit=instructions|time
-- why: a wrapped coroutine inside pcall must not catch the limit
pcall(coroutine.wrap(function() while true do end end))
return "swallowed"
