-- expect: status=ok value=60万元 true 1.5个百分点
-- why: exact amounts with their units
local spend, rate = quantity "1200万元", quantity "5%"
return tostring(spend * rate) .. " " .. tostring(spend > quantity "999万元") .. " " .. tostring(quantity "6.5%" - quantity "5%")
