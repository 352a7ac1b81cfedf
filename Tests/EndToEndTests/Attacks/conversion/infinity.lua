-- expect: status=ok value=-inf
-- why: infinity has a text
return -1 / 0
