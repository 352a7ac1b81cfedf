-- expect: status=error message~escape
-- why: escapes in texts are checked
return "\u{FFFFFFFFFFFF}"
