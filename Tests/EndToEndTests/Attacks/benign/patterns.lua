-- expect: status=ok value=2026 01 15 | k=v a=b | [quoted] | 7
-- why: captures, iteration, balance and frontier
local y, m, d = ("on 2026-01-15"):match("(%d+)-(%d+)-(%d+)")
local pairs_found = {}
for k, v in ("k = v, a=b"):gmatch("(%w+)%s*=%s*(%w+)") do pairs_found[#pairs_found + 1] = k .. "=" .. v end
local quoted = ("x [quoted] y"):match("%b[]")
return y .. " " .. m .. " " .. d .. " | " .. table.concat(pairs_found, " ") .. " | " .. quoted .. " | "
  .. ("the (THE) x"):find("%f[%u]THE") + 1
