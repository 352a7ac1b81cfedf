-- expect: status=limit limit=instructions|time
-- why: sets of hundreds of characters at every step
local set = "[" .. ("a-b"):rep(300) .. "]"
return ("b" .. ("a"):rep(3000)):match("%f" .. set .. ("[^z]-"):rep(20) .. "z")
