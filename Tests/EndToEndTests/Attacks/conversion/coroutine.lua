-- expect: status=ok value=thread
-- expect: status=error
-- why: a coroutine has no text beyond its type
return coroutine.create(type)
