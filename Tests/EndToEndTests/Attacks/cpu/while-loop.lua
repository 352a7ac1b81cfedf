-- expect: status=limit limit=instructions|time message~instructions
-- why: the plainest endless loop
while true do end
