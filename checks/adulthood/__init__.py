"""Checks on preparing for adulthood, from Year 9."""
