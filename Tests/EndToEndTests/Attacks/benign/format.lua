-- expect: status=ok value=  42|0042|2a|3.14|"a\"b"|ab   |%|1e+10
-- why: the common directives
return ("%4d|%04d|%x|%.2f|%q|%-5s|%%|%g"):format(42, 42, 42, math.pi, 'a"b', "ab", 1e10)
