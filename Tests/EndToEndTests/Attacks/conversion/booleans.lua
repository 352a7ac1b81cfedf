-- expect: status=ok value=false
-- why: false is a value
return false
