-- expect: status=ok value=fine
-- why: a byte order mark before the text is passed over
return "fine"
