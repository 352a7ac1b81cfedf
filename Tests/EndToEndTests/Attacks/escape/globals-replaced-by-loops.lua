-- expect: status=ok value=untouched
-- why: the host must not call globals that a script has replaced
local function forever() while true do end end
local globals = _G
for name in pairs(globals) do globals[name] = forever end
return "untouched"
