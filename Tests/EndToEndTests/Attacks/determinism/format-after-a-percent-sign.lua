-- expect: status=ok value=%p
-- why: a doubled percent sign is no directive
return ("%%p"):format()
