-- expect: status=error
-- why: losing the environment is an error of the script, not of the host
local _ENV = nil
return type
