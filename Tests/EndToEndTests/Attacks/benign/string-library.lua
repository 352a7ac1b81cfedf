-- expect: status=ok value=HELLO olleh 5 ell hello-hello 104
-- why: the everyday functions on texts
local s = "hello"
return s:upper() .. " " .. s:reverse() .. " " .. #s .. " " .. s:sub(2, 4) .. " " .. s:rep(2, "-") .. " " .. s:byte()
