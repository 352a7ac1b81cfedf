#!/usr/bin/env lua
-- expect: status=ok value=fine
-- expect: status=error
-- why: a first line that begins with # is allowed in files of plain Lua
return "fine"
