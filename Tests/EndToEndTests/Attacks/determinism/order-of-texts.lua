-- expect: status=ok value=A Z a z Ä 中
-- why: texts are compared by their bytes and not by a locale
local list = { "中", "z", "Ä", "a", "Z", "A" }
table.sort(list)
return table.concat(list, " ")
