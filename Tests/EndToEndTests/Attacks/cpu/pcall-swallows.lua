-- expect: status=limit limit=instructions|time
-- why: pcall must not catch the limit
while true do pcall(function() while true do end end) end
