-- expect: status=ok value=nil function table
-- why: the next chunk sees nothing of it
return tostring(leaked) .. " " .. type(pairs) .. " " .. tostring({})
