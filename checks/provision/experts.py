"""What tells how expert the people are who provide."""

from __future__ import annotations

import re

_TITLE = re.compile(
    r"therapists?\b|psycholog\w+|psychotherap\w+|physiotherap\w+|dieti[tc]ians?\b|audiologist|"
    r"orthoptist|nurses?\b|doctor\b|paediatrician|psychiatrist|counsellors?\b|"
    r"\b(?:SaLT|SLT|EP|OT|QTVI|QToD|ToD|QTMSI|HLTA|ELSA|SENCO|SENDCO|CAMHS)\b|"
    r"teachers?\b|lecturers?\b|tutors?\b|trainers?\b|coach(?:es)?\b|instructors?\b|interpreters?\b|"
    r"(?:specialist|advisory|mental health|habilitation|clinical|emotional literacy)\b|"
    r"advis[eo]rs?\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:trained|training|qualif\w+|accredit\w+|certificat\w+|diploma|award|registered|chartered|"
    r"experienced?|supervised by|shown (?:how )?by|signed off by|coached by|HCPC|level \d|"
    r"completed|competen\w+|workshop|course|portage)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:adults?|staff|key (?:adult|person|worker)|keyworker|trusted|familiar|someone|tas?|lsas?|"
    r"team|assistants?|workers?|mentors?|technicians?|practitioners?)\b",
    re.IGNORECASE,
)

_NAMED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-ZÀ-Þ]")
# «Rebound therapy», «Lego therapy» are given by whoever was trained in them.
_IMPLIED = re.compile(
    r"\b(?:(?<!rebound )(?<!lego )(?<!lego-based )(?<!drawing )\w*therapy|physio\w*|counselling"
    r"|psychology|audiology|SA?LT|ELSA|key person)\b",
    re.IGNORECASE,
)


def title_tells(role: str) -> bool:
    """Whether a role's title carries its training: «speech and language therapist»."""
    return _TITLE.search(role) is not None


def expertise_stated(text: str) -> bool:
    """Whether it is said what somebody is trained or qualified in."""
    return _STATED.search(text) is not None


def people_named(text: str) -> bool:
    """Whether people are spoken of at all: «a key adult», «staff», «teaching assistant»."""
    return _PEOPLE.search(text) is not None


def person_implied(text: str) -> bool:
    """Whether it is told who provides: «physiotherapy», «her key person», «Mrs Hall»."""
    return _IMPLIED.search(text) is not None or _NAMED.search(text) is not None
