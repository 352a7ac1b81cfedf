return require "first"
