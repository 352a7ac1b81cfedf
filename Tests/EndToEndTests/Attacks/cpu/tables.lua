-- expect: status=limit limit=instructions|time
-- why: collecting garbage takes time that instructions have to stand for
while true do local _ = { {}, {}, {} } end
