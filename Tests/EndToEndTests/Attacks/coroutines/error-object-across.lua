-- expect: status=ok value=7
-- why: an error object passes from one coroutine to another unchanged
local ok, object = coroutine.resume(coroutine.create(function() error({ code = 7 }) end))
return object.code
