"""Audits become what people open. Nothing here decides."""
