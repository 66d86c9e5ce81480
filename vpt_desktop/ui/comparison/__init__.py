"""What came of the previous scan: its agreements, to be settled in the main window."""
