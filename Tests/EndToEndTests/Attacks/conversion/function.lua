-- expect: status=ok value=function
-- expect: status=error
-- why: a function has no text beyond its type
return type
