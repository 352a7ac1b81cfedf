// Writes the synthetic sample register to standard output.

print(SampleEnterprises.csv(), terminator: "")
