-- expect: status=ok value=locked false
-- why: a metatable that an author protects stays protected
local object = setmetatable({}, { __metatable = "locked" })
return getmetatable(object) .. " " .. tostring((pcall(setmetatable, object, nil)))
