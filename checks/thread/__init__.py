"""The golden thread: what belongs together, printed first, then by words."""
