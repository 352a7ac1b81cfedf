-- expect: status=error message~attempt to compare
-- why: what cannot be compared cannot be sorted
table.sort { 3, "2", {}, 1 }
