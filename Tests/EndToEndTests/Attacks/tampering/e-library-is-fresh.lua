-- expect: status=ok value=XX 1,2 3 1 nil nil
-- why: the next chunk has the library as it was
return ("x"):upper():rep(2) .. " " .. table.concat({ 1, 2 }, ",") .. " " .. math.floor(3.7) .. " "
  .. utf8.len("中") .. " " .. tostring(string.leaked) .. " " .. tostring(math.absent)
