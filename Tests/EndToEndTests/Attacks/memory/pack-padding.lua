-- expect: status=limit limit=memory
-- why: a fixed size in a format makes a text of that size
return #string.pack("c2000000000", "x")
