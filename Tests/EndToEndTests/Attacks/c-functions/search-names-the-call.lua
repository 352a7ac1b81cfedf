-- expect: status=limit limit=instructions message~string.find
-- why: a limit reached inside a library function names that function
-- known-bug: the message does not name the call
return ("a"):rep(5000):find((".-"):rep(30) .. "b")
