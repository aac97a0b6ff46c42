"""Checks on Section A: the aspirations and views of the child and the family."""
