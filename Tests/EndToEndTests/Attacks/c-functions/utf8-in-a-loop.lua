-- expect: status=limit limit=instructions|time
-- why: counting the characters of megabytes costs more than one instruction
local text = ("中"):rep(1000000)
while true do utf8.len(text) utf8.offset(text, -1000000) end
