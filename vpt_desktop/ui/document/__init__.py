"""The open scan, its file and its recovery."""
