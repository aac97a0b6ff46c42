"""Writes the guide to the checks anew, or with --check says whether it is current."""

from __future__ import annotations

import sys

from checks.guide import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
