-- expect: status=error message~near
-- why: a chunk that is none
this is not Lua
