-- expect: status=ok value=refused
-- why: a script cannot make strings callable
return pcall(function() return ("x")() end) and "called" or "refused"
