-- expect: status=ok value=15 105 1.5
-- why: texts and numbers turn into each other where Lua says so
return "10" + 5 .. " " .. 10 .. 5 .. " " .. "3" / 2
