-- expect: status=ok value=1 nil 5
-- why: the next chunk has the methods of strings as they were
return ("%d"):format(1) .. " " .. tostring(("x").leaked) .. " " .. ("2" + 3)
