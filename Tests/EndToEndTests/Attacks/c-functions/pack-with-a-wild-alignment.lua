-- expect: status=error
-- why: alignments are limited to what exists
return string.pack("!1024 i17", 1)
