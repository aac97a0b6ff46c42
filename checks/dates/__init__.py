"""Checks on dates that have passed or will soon."""
