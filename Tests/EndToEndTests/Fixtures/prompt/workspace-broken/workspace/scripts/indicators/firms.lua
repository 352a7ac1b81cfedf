indicator "firms_added" {
  target = "firms_added"
  unit = "家",
}
