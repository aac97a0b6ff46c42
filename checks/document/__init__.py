"""Checks on the document as a whole: its sections, its cover, what a template left behind."""
