"""Files on the user's disk: scans, summaries and recovery; no Qt."""
