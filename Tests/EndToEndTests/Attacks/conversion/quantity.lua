-- expect: status=ok value=12.5万元
-- why: an amount is written with its unit
return quantity "12.5万元"
