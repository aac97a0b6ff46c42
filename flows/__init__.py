"""When and where an audit runs: by command, by schedule, on one machine or many."""

__version__ = "0.1.0"
