-- expect: status=error
-- why: only the host refuses; a script cannot ask for `denied`
error("attempt to load a binary chunk (mode is 't')", 0)
