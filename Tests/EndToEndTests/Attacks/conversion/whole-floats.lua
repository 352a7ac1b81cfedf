-- expect: status=ok value=3.0
-- why: a float that is whole still shows that it is a float
return 3.0
