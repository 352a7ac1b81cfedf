-- expect: status=ok value=not found 404 | re-raised
-- why: errors may be tables with methods
local NotFound = setmetatable({}, { __tostring = function() return "not found" end })
NotFound.__index = NotFound
local ok, object = pcall(error, setmetatable({ code = 404 }, { __index = NotFound, __tostring = function() return "not found" end }))
local _, again = pcall(function() local _, e = pcall(error, "re-raised", 0) error(e, 0) end)
return tostring(object) .. " " .. object.code .. " | " .. again
