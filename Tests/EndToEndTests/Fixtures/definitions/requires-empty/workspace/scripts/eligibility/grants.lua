eligibility "research_grant" { requires = {} }
