-- expect: status=limit limit=instructions|time
-- expect: status=error
-- why: arithmetic on texts converts them in C
local digits = ("7"):rep(8000000) .. ".5"
while true do local _ = digits + 1 end
