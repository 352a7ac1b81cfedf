-- expect: status=ok value=0.1
-- why: a float is written as Lua writes it
return 0.1
