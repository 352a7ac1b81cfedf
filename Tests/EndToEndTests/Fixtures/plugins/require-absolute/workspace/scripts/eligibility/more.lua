local rules = require "/etc/passwd"
