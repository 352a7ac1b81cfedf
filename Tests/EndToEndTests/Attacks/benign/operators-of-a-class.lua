-- expect: status=ok value=(4, 6) true 5.0 (3, 4)
-- why: arithmetic, equality, length and text of a class
local Vector = {}
Vector.__index = Vector
local function vector(x, y) return setmetatable({ x = x, y = y }, Vector) end
Vector.__add = function(a, b) return vector(a.x + b.x, a.y + b.y) end
Vector.__eq = function(a, b) return a.x == b.x and a.y == b.y end
Vector.__tostring = function(v) return ("(%d, %d)"):format(v.x, v.y) end
function Vector:length() return math.sqrt(self.x ^ 2 + self.y ^ 2) end
local a, b = vector(3, 4), vector(1, 2)
return tostring(a + b) .. " " .. tostring(a == vector(3, 4)) .. " " .. a:length() .. " " .. ("%s"):format(a)
