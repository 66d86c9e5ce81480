"""The window of a region: the scans of many organisations together."""
