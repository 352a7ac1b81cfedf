-- expect: status=limit limit=instructions|time
-- why: comparing a capture again and again
return ("a"):rep(3000):match("(a*)(a*)(a*)%1%2%3b")
