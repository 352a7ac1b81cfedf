-- expect: status=limit limit=instructions|time
-- why: a loop made of a jump
::again::
goto again
