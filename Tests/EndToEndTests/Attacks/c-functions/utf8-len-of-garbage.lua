-- expect: status=ok value=nil 1
-- why: bytes that are no text are found, not read as one
local length, place = utf8.len("\255\254\253")
return tostring(length) .. " " .. place
