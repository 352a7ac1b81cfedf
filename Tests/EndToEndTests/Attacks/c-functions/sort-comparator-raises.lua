-- expect: status=error message~boom
-- why: an error in a comparator ends the sort and reaches the script
table.sort({ 3, 2, 1 }, function() error("boom") end)
