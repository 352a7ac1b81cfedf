-- expect: status=error message~invalid UTF-8
-- why: a continuation byte after the last character belongs to nothing
local n = 0
for _ in utf8.codes("ab\xBF") do n = n + 1 end
return n
