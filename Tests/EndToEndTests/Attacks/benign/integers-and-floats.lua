-- expect: status=ok value=3 3.5 -4 1 2.0 integer float 8.0
-- why: integer and float arithmetic
return 7 // 2 .. " " .. 7 / 2 .. " " .. -7 // 2 .. " " .. -7 % 2 .. " " .. 4 / 2 .. " " .. math.type(1) .. " "
  .. math.type(1.0) .. " " .. 2 ^ 3
