-- expect: status=limit limit=instructions message~string.find
-- why: a limit reached inside a library function names that function
return ("a"):rep(5000):find((".-"):rep(30) .. "b")
