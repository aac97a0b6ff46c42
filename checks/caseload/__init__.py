"""Checks that need every plan: copied text."""
