"""Checks that the plan is about this child and no other."""
