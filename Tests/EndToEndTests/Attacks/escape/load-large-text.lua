-- expect: status=limit limit=instructions|time|memory|size
-- expect: status=error
-- expect: status=ok value=refused
-- why: the size limit of sources holds for loaded text as well
if not load then return "refused" end
return load(("x = 1\n"):rep(2000000)) and "loaded" or "refused"
