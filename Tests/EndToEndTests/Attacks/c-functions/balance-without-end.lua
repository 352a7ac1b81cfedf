-- expect: status=limit limit=instructions|time
-- expect: status=ok value=null
-- why: an opening that never closes is searched to the end from every place
return ("("):rep(200000):find("%b()")
