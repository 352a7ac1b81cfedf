-- expect: status=ok value=nil
-- why: the next chunk sees nothing of them
for _ = 1, 100000 do local _ = {} end
return tostring(leaked)
