"""Checks on Section B: the special educational needs."""
