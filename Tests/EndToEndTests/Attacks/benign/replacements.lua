-- expect: status=ok value=<a> <b> 2 | x=1 y=? | world hello
-- why: replacements by text, table and function
local bracketed, count = ("a b"):gsub("%w", "<%0>")
local filled = ("x=$x y=$y"):gsub("%$(%w)", { x = 1, y = "?" })
local swapped = ("hello world"):gsub("(%w+) (%w+)", "%2 %1")
return bracketed .. " " .. count .. " | " .. filled .. " | " .. swapped
