"""The scans of many organisations together: which count, what they add up to, what may be shared."""
