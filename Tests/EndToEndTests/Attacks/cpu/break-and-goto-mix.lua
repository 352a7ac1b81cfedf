-- expect: status=limit limit=instructions|time
-- why: leaving a loop only to enter it again
::top::
for index = 1, 10 do
  if index == 5 then goto top end
end
