"""Controls that use no file and no other part of the window, and their theme."""
