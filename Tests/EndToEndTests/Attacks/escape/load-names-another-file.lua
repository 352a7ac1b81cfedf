-- expect: status=ok value=absent
-- expect: status=ok value=false
-- why: a chunk name given by a script may be anything, and nothing is read from there
if not load then return "absent" end
return tostring((pcall(load("error('boom')", "@/etc/passwd\0\n\27[31m"))))
