local first = require "first"
