"""The parts of the main window that show and take the scan."""
