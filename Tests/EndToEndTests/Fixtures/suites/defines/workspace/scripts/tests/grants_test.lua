eligibility "other" { requires = {} }
