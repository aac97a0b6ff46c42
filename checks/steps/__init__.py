"""Checks of the smaller steps towards outcomes, and of who sets and reviews them."""
