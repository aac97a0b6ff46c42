"""Checks on Section E: the outcomes."""
