-- expect: status=ok value=a\n]] 0A
-- why: long brackets keep what is between them
return [==[a\n]]]==] .. (" %02X"):format(("\n"):byte())
