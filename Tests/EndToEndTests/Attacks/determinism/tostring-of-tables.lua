-- expect: status=ok value=table function thread
-- why: an address in a text would differ from run to run
return tostring({}) .. " " .. tostring(type) .. " " .. tostring(coroutine.create(type))
