-- expect: status=limit limit=memory|time
-- why: memory that leaks through caught errors is still counted
local kept = {}
while true do
  pcall(function()
    kept[#kept + 1] = ("x"):rep(100000) .. #kept
    error(kept)
  end)
end
