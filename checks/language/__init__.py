"""Reading English phrases: time-frames, quantities, verbs, benefits. It finds; it never judges."""
