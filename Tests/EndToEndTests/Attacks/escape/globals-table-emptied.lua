-- expect: status=ok value=still here
-- why: the host needs nothing from the globals to take a result
for name in pairs(_G) do _G[name] = nil end
return "still here"
