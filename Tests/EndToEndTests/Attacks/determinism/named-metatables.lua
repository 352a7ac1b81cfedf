-- expect: status=ok value=clean
-- why: a name for a type must not bring the address back
local object = setmetatable({}, { __name = "account" })
local text = tostring(object) .. ("%s"):format(object)
return text:find("0x%x+") and "address" or "clean"
