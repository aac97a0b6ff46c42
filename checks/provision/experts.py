"""Roles whose title says what they are trained in."""

from __future__ import annotations

import re

_EXPERT = re.compile(
    r"therapists?\b|psychologists?\b|psychotherap\w+|physiotherap\w+|dieti[tc]ians?\b|audiologist|"
    r"orthoptist|nurses?\b|doctor\b|paediatrician|psychiatrist|counsellors?\b|"
    r"\b(?:SaLT|SLT|EP|OT|QTVI|QToD|ToD|QTMSI|HLTA|ELSA|SENCO|SENDCO|SENDCo|CAMHS)\b|"
    r"teachers? of the deaf|(?:specialist|advisory|qualified|trained|accredited|chartered|"
    r"registered|certified|experienced|clinical)\b|habilitation|"
    r"emotional literacy support|teachers?\b|lecturers?\b|tutors?\b|trainers?\b|"
    r"coach(?:es)?\b|instructors?\b|interpreters?\b|communication support worker",
    re.IGNORECASE,
)


def is_expert(role: str) -> bool:
    """Whether a role's title carries its training: «speech and language therapist»."""
    return _EXPERT.search(role) is not None
