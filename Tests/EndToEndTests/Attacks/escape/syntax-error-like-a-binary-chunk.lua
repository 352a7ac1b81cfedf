-- expect: status=error
-- why: quoting the words in a broken line is a syntax error, not a refused chunk
local x "attempt to load a binary chunk"
