"""A Plan becomes an Audit: what the guidance asks, and whether it is there."""
