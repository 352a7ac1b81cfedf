eligibility {
  requires = {},
}
