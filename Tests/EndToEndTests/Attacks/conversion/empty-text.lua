-- expect: status=ok value=""
-- why: the empty text is not nothing
return ""
