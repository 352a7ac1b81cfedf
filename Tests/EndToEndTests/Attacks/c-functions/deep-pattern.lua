-- expect: status=error message~too complex
-- expect: status=limit limit=instructions|time|stack
-- expect: status=ok
-- why: a pattern that recurses for each character must not use up the stack
return ("a"):rep(300000):match(("a?"):rep(250) .. "(.-)$")
