-- expect: status=limit limit=instructions|time|memory|size
-- expect: status=error
-- expect: status=ok value=refused
-- why: a reader that never ends must not fill the host's memory
if not load then return "refused" end
local chunk = load(function() return "local a = 1 " end)
return chunk and "loaded" or "refused"
