-- expect: status=error
-- expect: status=ok
-- why: a chunk name given by a script must not confuse the report
if not load then return "absent" end
load("error('boom')", "@/etc/passwd\0\n\27[31m")()
