"""Checks of a plan against the child's plans before it: what moved, and what should have."""
