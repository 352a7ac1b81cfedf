-- expect: status=ok value=done
-- why: operators that mean nothing for an amount are errors, not traps
local q, low = quantity "5元", math.mininteger
for _, f in ipairs {
  function() return q % low end, function() return q // 0 end, function() return q ^ low end,
  function() return q & 1 end, function() return ~q end, function() return q << low end,
  function() return #q end, function() return q() end, function() return q[low] end,
  function() return -q * low end, function() return q * low * low * low end,
  function() return q / low end, function() return low / q end, function() return q < low end,
  function() return q .. {} end, function() return q + 0 / 0 end, function() return q * (1 / 0) end,
} do pcall(f) end
return "done"
