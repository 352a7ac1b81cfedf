-- expect: status=ok value=refused
-- why: the directive for addresses is refused in every spelling
for _, directive in ipairs { "%p", "%-20p", "%%%p", "% p", "%10.3p" } do
  local ok, text = pcall(string.format, directive, {})
  if ok and text:find("0x%x+") then return "address" end
end
return "refused"
