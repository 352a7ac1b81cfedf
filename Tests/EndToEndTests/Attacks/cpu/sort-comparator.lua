-- expect: status=limit limit=instructions|time
-- why: a loop inside a comparator
table.sort({ 1, 2, 3 }, function() while true do end end)
