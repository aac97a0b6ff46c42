"""What only a person can judge: questions that are put to the auditor, and never scored."""

from __future__ import annotations

from checks.check import Question

QUESTIONS: tuple[Question, ...] = ()
