"""Checks on Sections G, H1, H2 and J: health and social care provision, and personal budgets."""
