-- expect: status=ok value=nil
-- why: the state of the collector would tell one run from another
return tostring(collectgarbage)
