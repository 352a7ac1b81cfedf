-- expect: status=ok value=7
-- why: a table that is called like a function
local add = setmetatable({ by = 4 }, { __call = function(self, x) return x + self.by end })
return add(3)
