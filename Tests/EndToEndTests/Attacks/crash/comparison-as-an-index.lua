-- expect: status=ok value=yes no yes
-- why: 5.4.4 can make wrong code for a comparison that is used as an index
local t = { [true] = "yes", [false] = "no" }
local a, b = 1, 2
return t[a < b] .. " " .. t[a == b] .. " " .. t[not (a == b)]
