-- expect: status=ok value=untouched
-- why: the host must not call globals that a script has replaced
local function forever() while true do end end
for name in pairs(_G) do _G[name] = forever end
return "untouched"
