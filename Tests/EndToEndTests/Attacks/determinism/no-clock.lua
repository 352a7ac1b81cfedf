-- expect: status=ok value=none
-- why: there is no way to tell the time
for _, name in ipairs { "clock", "time", "date", "difftime", "getenv", "tmpname", "now" } do
  if _G[name] or (os and os[name]) then return name end
end
return "none"
