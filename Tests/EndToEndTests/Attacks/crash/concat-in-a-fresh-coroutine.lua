-- expect: status=ok value=ABx
-- expect: status=limit limit=crash
-- why: the result of a concatenation is right although the stack moved on the way
local object = setmetatable({}, { __concat = function(left, right)
  local t = table.pack(table.unpack({}, 1, 3000))
  return (type(left) == "string" and left or "") .. (type(right) == "string" and right or "")
end })
return coroutine.wrap(function() return "A" .. object .. "B" .. "x" end)()
