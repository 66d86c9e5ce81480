"""What is written to the user's disk, and how: no Qt."""
