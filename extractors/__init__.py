"""A file becomes a Plan: what is written, and where. Nothing here judges."""
