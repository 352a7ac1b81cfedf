return require "second"
