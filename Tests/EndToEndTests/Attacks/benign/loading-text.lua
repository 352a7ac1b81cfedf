-- expect: status=ok value=5
-- expect: status=ok value=absent
-- why: where there is `load`, it compiles text
if not load then return "absent" end
return load("local a, b = ... return a + b")(2, 3)
