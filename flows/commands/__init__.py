"""One file a command: what each does once its arguments have been understood."""
