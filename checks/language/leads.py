"""The words that lead to an end point, stand between it and its sentence, or rule it out."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_WORD = r"[^\W\d_][\w'’-]*"
LEAD = re.compile(
    r"\b(?P<lead>by(?:\s+when)?|before|prior\s+to|until|at|in\s+time\s+for|no\s+later\s+than|within|over"
    r"|in|during|throughout|across|for|after|on|upon|when|once|while)\b[\s:]+",
    _I,
)
CLAUSE = re.compile(
    r"(?:the\s+)?(?P<time>time|point)(?:\s+(?:that|at\s+which|when))?\s+"
    rf"|(?=(?:\[[^\]]{{1,30}}\]|{_WORD})\s)",
    _I,
)
VERB = re.compile(
    rf"(?:(?:\[[^\]]{{1,30}}\]|{_WORD}?)\s+){{0,3}}?(?:\[[^\]]{{1,30}}\]|{_WORD}?)(?:['’](?:m|s|re)\b(?:\s+(?P<end3>leaving|finishing))?|\s+(?:"
    r"(?P<be>is|am|are|will\s+be|turns?|has\s+turned|reach(?:es)?|has\s+reached|becomes?)"
    r"|(?P<end>leaves?|finish(?:es)?|completes?|ends|has\s+(?:left|finished|completed))"
    r"|(?P<start>starts?|begins?|enters?|joins?|(?:moves?|goes|go|transfers?|transitions?|progress(?:es)?|gets?)"
    r"\s+(?:(?:on|up|over|across)\s+)?(?:in)?to)))\s+"
    r"(?:(?:due|ready)\s+to\s+(?:(?P<end2>leave|finish|complete)|(?P<start2>start|begin|enter|join|(?:move|go|transfer)"
    r"\s+(?:on\s+|up\s+)?(?:in)?to))\s+)?(?:(?:in|at|aged?)\s+)?",
    _I,
)
GERUND = re.compile(
    r"(?:(?P<end>leaving|finishing|completing|completion\s+of)"
    r"|(?P<start>starting|beginning|entering|joining|entry\s+(?:in)?to|(?:moving|transferring|transitioning|going"
    r"|(?:his|her|their|the|my)?\s*(?:transition|transfer|move|progression|admission|entry))\s+(?:on\s+|up\s+)?"
    r"(?:in)?to))\s+",
    _I,
)
EDGE = re.compile(
    r"(?:the\s+)?(?:very\s+)?(?:(?P<end>end|close|completion|conclusion|finish|(?:last|final)\s+day)"
    r"|(?P<start>start|beginning|first\s+day))"
    r"\s+of\s+(?:(?:his|her|their|my|the)\s+(?:time|years|stay)\s+(?:at|in)\s+)?|(?:the\s+)?(?:time|point|date)\s+of\s+|(?P<end2>end)\s+(?!of\b)",
    _I,
)
WHICH = re.compile(
    r"(?:(?:the|his|her|their|my|our|your|this|that|next|current|coming|following|present|a|an|its|first|final"
    rf"|statutory|{_WORD}['’]s)\s+){{0,3}}",
    _I,
)
BARE_AGE = re.compile(
    r"(?P<age>\d{1,2})½?(?:\s?/\s?(?P<later>\d{1,2}))?(?!\.?\d|[:%/½])(?=\s*(?:,|$|he\b|she\b|they\b|i\b|I\b|years?\b"
    r"|[.;)]|[A-Z]\w+['’]?s?\s+(?:will|can|is|to|has)\b))"
)
# «By the time she is four»: in words only where it is said of somebody
AGE_IN_WORDS = re.compile(
    r"(?P<age>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|twenty)(?P<later>(?!))?\b(?!\s+(?:years?|months?|weeks?)\b)",
    _I,
)
LABEL = re.compile(
    r"\(\s*(?:by\s+)?|\b(?:time-?\s?(?:scale|frame|line)|target\s+date|deadline|by\s+when|when|due(?:\s+by|\s+date)?"
    r"|date\s+due|to\s+be\s+achieved(?:\s+by)?|achieve\s+by|completion\s+date)\s*[:–—-]+\s*(?:by\s+)?",
    _I,
)
COUNTED = re.compile(
    r"\b(?:times?|occasions?|once|twice|incidents?|sessions?|lessons?|days?|visits?|nights?|mornings?"
    r"|exclusions?|suspensions?|absences?|weeks?|out)\s+$",
    _I,
)
NEW_SUBJECT = re.compile(r"\s*(?:[,:]|$|(?:he|she|they|we)\b|I\b|\[|[A-Z][a-z])")
OF_A_THING = re.compile(
    r"\s+(?:teachers?|staff|levels?|work|texts?|books?|maths|english|curriculum|standards?|class|pupils?|students?"
    r"|children|peers|leads?|lessons?|expectations?|spellings?|words?|nurse|hall|day|week|run)\b",
    _I,
)
BESIDE = re.compile(r"\s*(?:\(|,|–|-|\bin\b|\bon\b)\s*(?:by\s+|in\s+)?", _I)
BRACKET = re.compile(r"\s*\(\s*(?:by\s+|in\s+)?", _I)
MOVE = re.compile(r"(?:(?:his|her|their|the|my)\s+)?(?:transition|transfer|entry|admission)\b", _I)
LOOKS_BACK = re.compile(
    r"\b(?:than|as|was|were|did|had|since|from|recorded|assessed|measured|reported|observed|seen|test|tests"
    r"|scored|achieved|baseline|review|report|advice)\b[^.;]{0,25}$",
    _I,
)
COURSE_OF = re.compile(r"the\s+course\s+of\s+", _I)
OF_A_TERM = re.compile(r"term|\d", _I)
