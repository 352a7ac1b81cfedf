-- expect: status=limit limit=size|memory
-- expect: status=error
-- why: repairing bytes makes a text three times as long
return ("\xFF"):rep(20000000)
