-- expect: status=error message~invalid UTF-8
-- why: 5.4.4 passes over stray continuation bytes
local n = 0
for _ in utf8.codes("ab\x80\x80cd") do n = n + 1 end
return n
