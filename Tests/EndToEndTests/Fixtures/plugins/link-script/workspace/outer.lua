eligibility "x" {}
