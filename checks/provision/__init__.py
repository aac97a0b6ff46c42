"""Checks on Section F: the special educational provision."""
