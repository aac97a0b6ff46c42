"""What must never be held against a plan: each guard is kept by the checks that it names."""

from __future__ import annotations

from checks.check import Guard

GUARDS: tuple[Guard, ...] = ()
