-- expect: status=error message~non-closable
-- why: a value that cannot be closed is refused when it is stored
local x <close> = {}
