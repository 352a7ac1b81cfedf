-- expect: status=ok value=true nil nil
-- why: conversions that do not fit give nothing
return tostring(math.ult(1, -1)) .. " " .. tostring(math.tointeger(2 ^ 63)) .. " " .. tostring(math.tointeger("x"))
