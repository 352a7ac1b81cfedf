-- expect: status=limit limit=instructions|time
-- why: what looks empty still loops
while --[==[ ]] ]==] true do ; ; ; end
