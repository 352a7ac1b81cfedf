-- expect: status=ok
-- expect: status=error
-- why: keys that are no texts are written without addresses
return { [1.5] = 1, [true] = 2, [{}] = 3, [type] = 4, ["\0\xFF"] = 5, [quantity "1元"] = 6 }
