"""Checks on the golden thread from aspiration to need, outcome and provision."""
