"""What turns the program into a release: bundle, licence notices, SBOM, icons and pictures."""
