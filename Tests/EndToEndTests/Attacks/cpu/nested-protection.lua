-- expect: status=limit limit=instructions|time
-- why: no depth of protection catches the limit
local function protect(depth)
  if depth == 0 then while true do end end
  pcall(protect, depth - 1)
  return "swallowed"
end
return protect(50)
