return { double = function(x) return x + x end, rates = { small = "5%", large = "4%" } }
