-- expect: status=ok value=0.12亿元 1200 0.33元
-- why: converting, reading and rounding amounts
return tostring(quantity("1200万元"):to("亿元")) .. " " .. tostring(quantity("1200万元"):number("万元")) .. " "
  .. tostring((quantity("1元") / 3):rounded(2))
