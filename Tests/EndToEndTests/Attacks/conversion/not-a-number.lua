-- expect: status=ok value=nan
-- expect: status=ok value=-nan
-- why: NaN has a text
return 0 / 0
