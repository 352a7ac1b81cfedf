-- expect: status=ok value=done
-- expect: status=limit limit=instructions|time|stack|crash
-- why: a concatenation whose metamethod makes the stack grow reads from the old one in 5.4.4
local function grow(depth) if depth > 0 then return 1 + grow(depth - 1) end return 0 end
local object = setmetatable({}, { __concat = function(_, text)
  grow(5000)
  return type(text) == "string" and text or "x"
end })
for _ = 1, 50 do
  coroutine.wrap(function() return object .. "a" .. "b" .. object .. "c" .. object .. "d" end)()
end
return "done"
