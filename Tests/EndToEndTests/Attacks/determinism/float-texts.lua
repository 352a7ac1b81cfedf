-- expect: status=ok value=0.1 1e+100 3.0 -0.0 inf 9007199254740992.0
-- expect: status=ok value=0.1 1e+100 3.0 -0.0 inf 9.007199254741e+15
-- why: floats are written alike whatever the locale
return 0.1 .. " " .. 1e100 .. " " .. 3.0 .. " " .. -0.0 .. " " .. 1 / 0 .. " " .. 2 ^ 53
