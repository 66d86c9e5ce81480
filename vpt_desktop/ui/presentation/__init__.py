"""The scan on a projector: slides, keys, screens."""
