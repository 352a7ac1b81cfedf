-- expect: status=ok value=fine
-- why: the next chunk is read from its start
return "fine"
