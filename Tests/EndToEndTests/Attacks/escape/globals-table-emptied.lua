-- expect: status=ok value=still here
-- why: the host needs nothing from the globals to take a result
local globals = _G
for name in pairs(globals) do globals[name] = nil end
return "still here"
