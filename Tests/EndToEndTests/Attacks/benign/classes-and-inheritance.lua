-- expect: status=ok value=Rex says woof, Tom makes a noise
-- why: objects by metatables
local Animal = {}
Animal.__index = Animal
function Animal.new(name) return setmetatable({ name = name }, Animal) end
function Animal:speak() return self.name .. " makes a noise" end
local Dog = setmetatable({}, { __index = Animal })
Dog.__index = Dog
function Dog.new(name) return setmetatable(Animal.new(name), Dog) end
function Dog:speak() return self.name .. " says woof" end
return Dog.new("Rex"):speak() .. ", " .. Animal.new("Tom"):speak()
