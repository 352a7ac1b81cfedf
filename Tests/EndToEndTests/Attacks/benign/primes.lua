-- expect: status=ok value=9592
-- why: a sieve of a hundred thousand fits into the limits
local composite, count = {}, 0
for n = 2, 100000 do
  if not composite[n] then
    count = count + 1
    for m = n * n, 100000, n do composite[m] = true end
  end
end
return count
