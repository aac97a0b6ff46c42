"""Checks on what the law says must be done by when, from the authority's own records."""
