"""A scan as a PDF summary: no Qt, no files of the user."""
