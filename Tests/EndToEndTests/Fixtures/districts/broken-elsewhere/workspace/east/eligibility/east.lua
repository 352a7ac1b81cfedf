eligibility "x" {
