add(2)
print(x)
