-- expect: status=ok value=1
-- expect: status=ok value="1\t2\t3"
-- expect: status=ok value=1 2 3
-- why: of several results the first counts, or all do
return 1, 2, 3
