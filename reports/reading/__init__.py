"""What was read from one file, as a page to look at."""
