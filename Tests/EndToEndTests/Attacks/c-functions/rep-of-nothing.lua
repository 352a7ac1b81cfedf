-- expect: status=limit limit=instructions|time
-- expect: status=ok value=0
-- why: repeating the empty text a quintillion times must not count to a quintillion
return #(""):rep(1 << 60)
