-- expect: status=limit limit=instructions|time
-- expect: status=ok value=null
-- why: a plain search for what is nearly everywhere
return (("a"):rep(400000) .. "c"):find(("a"):rep(200000) .. "b", 1, true)
