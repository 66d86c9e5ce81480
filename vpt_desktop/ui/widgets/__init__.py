"""Controls that know no scan's file, and the look that they share."""
