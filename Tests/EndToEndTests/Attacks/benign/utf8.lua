-- expect: status=ok value=2 20013 25991 | 中文 | 4 | 中-文
-- why: characters beyond ASCII
local s = "中文"
local codes = {}
for _, code in utf8.codes(s) do codes[#codes + 1] = code end
local split = {}
for character in s:gmatch(utf8.charpattern) do split[#split + 1] = character end
return utf8.len(s) .. " " .. table.concat(codes, " ") .. " | " .. utf8.char(20013, 25991) .. " | "
  .. utf8.offset(s, 2) .. " | " .. table.concat(split, "-")
