"""Everything that is shown: the only room that knows Qt."""
