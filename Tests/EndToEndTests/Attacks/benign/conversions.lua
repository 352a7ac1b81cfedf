-- expect: status=ok value=10 255 nil 0.5 16 42
-- why: texts to numbers and back
return tonumber("10") .. " " .. tonumber("ff", 16) .. " " .. tostring(tonumber("x")) .. " " .. tonumber(" 0.5 ") .. " "
  .. tonumber("0x10") .. " " .. tostring(42)
