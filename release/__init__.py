"""How the program is made into what users get: bundle, notices, bill of materials, icons and pictures."""
