-- expect: status=ok value=refused
-- why: a script cannot put fields into host values
local amount = quantity "1元"
return pcall(function() amount.to = type end) and "changed" or "refused"
