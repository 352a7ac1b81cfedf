-- expect: status=limit limit=instructions
-- why: a chunk uses all its instructions
while true do end
