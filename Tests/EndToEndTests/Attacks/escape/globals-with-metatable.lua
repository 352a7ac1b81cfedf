-- expect: status=ok value=os.execute
-- why: a metatable on the globals invents names, but no powers
local function name_of(path)
  return setmetatable({ path = path }, { __index = function(t, k) return name_of(t.path .. k) end })
end
setmetatable(_G, { __index = function(_, k) return name_of(k .. ".") end })
return os.execute.path
