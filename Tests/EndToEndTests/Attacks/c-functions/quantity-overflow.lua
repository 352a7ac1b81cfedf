-- expect: status=error
-- why: what does not fit into 38 digits is an error, never a wrong amount
local amount = quantity "99999999999999999999元"
return tostring(amount * 99999999999999 * 99999999999999)
