-- expect: status=error
-- why: a message that begins like a place is only a message
error("other.lua:99: not here", 0)
