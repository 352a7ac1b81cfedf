-- expect: status=ok value="two\nlines\t\"quoted\" \\ 中文"
-- why: a text comes back as it is
return "two\nlines\t\"quoted\" \\ 中文"
