"""The help: manual and about."""
