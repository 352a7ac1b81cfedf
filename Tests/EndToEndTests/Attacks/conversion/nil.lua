-- expect: status=ok value=null
-- expect: status=ok value=nil
-- why: nil is no value
return nil
