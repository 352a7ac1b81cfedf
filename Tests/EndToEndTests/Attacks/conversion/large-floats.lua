-- expect: status=ok value=1e+300
-- why: large floats have an exponent
return 1e300
