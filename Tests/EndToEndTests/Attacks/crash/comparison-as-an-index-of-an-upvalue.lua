-- expect: status=ok value=yes no
-- why: the same through an upvalue and in an assignment
local t = {}
local function f(a, b)
  t[a < b] = "yes"
  t[a > b] = "no"
  return t[a <= b] .. " " .. t[a >= b]
end
return f(1, 2)
