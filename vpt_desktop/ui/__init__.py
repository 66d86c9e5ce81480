"""The interface, in Qt."""
