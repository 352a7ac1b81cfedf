-- expect: status=error message~invalid UTF-8
-- why: a continuation byte after the last character belongs to nothing
-- known-bug: utf8.codes of Lua 5.4.4 accepts it
local n = 0
for _ in utf8.codes("ab\xBF") do n = n + 1 end
return n
