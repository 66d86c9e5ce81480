"""Documents as PDF and as text for the clipboard: without Qt, and without access to the user's files."""
