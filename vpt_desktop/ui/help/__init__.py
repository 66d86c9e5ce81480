"""The manual, and whose work the program stands on."""
