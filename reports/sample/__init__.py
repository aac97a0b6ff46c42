"""A sample of the caseload that can be defended, and the pack that goes with it."""
