-- expect: status=ok value=io
-- why: a fresh environment gives nothing that the old one did not have
local _ENV = setmetatable({}, { __index = function(_, name) return name end })
return io
