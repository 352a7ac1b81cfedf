-- expect: status=limit limit=memory|instructions|time
-- why: errors may carry anything
local held
while true do
  local _, object = pcall(error, { held, ("x"):rep(1000) .. tostring(#(held or {})) })
  held = object
end
