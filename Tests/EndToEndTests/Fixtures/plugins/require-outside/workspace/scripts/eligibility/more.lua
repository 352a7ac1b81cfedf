local rules = require "../eligibility/grants"
