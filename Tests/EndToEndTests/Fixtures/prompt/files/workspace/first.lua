x = 1

function add(n)
  x = x + n
end
