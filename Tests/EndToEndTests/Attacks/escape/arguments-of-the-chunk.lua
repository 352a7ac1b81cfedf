-- expect: status=ok value=0
-- why: the host hands nothing to a chunk behind its back
return select("#", ...)
