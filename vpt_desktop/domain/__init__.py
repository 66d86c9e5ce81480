"""Rules of the card and the scan: no Qt, no files."""
