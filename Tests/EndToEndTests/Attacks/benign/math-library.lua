-- expect: status=ok value=3 4 3 7 2 1.0 5 3
-- why: the everyday functions on numbers
return math.floor(3.7) .. " " .. math.ceil(3.2) .. " " .. math.abs(-3) .. " " .. math.max(1, 7, 3) .. " " .. math.min(4, 2)
  .. " " .. math.cos(0) .. " " .. math.tointeger(5.0) .. " " .. math.fmod(13, 5)
