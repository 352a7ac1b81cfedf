-- expect: status=limit limit=instructions|time
-- expect: status=ok value=absent
-- why: compiling is work done in C and has to be paid for
if not load then return "absent" end
local text = ("local a = {}\n"):rep(150)
while true do load(text) end
