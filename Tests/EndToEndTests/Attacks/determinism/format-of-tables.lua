-- expect: status=ok value=table function thread
-- why: format writes values as tostring does
return ("%s %s %s"):format({}, type, coroutine.create(type))
