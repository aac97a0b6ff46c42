"""Whose voice a statement of Section A is in."""

from __future__ import annotations

import re

from checks.case import Case, Statement

FIRST_PERSON = re.compile(r"(?<![\w-])(?:I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)(?![\w-])")
FAMILY = re.compile(
    r"\b(?:parents?|parental|mums?|mummy|mam|mam[ma]?a|mother|dads?|daddy|father|tata|papa|baba|"
    r"ammi|abbu|step-?(?:mum|dad|mother|father|parents?)|carers?|guardians?|foster|famil(?:y|ies)|"
    r"grand(?:mother|father|parents?|ma|dad)|nan|nana|nanny|aunt|uncle)\b",
    re.IGNORECASE,
)
_FAMILY_WE = re.compile(
    r"\b(?:We|Our) (?:\w+ )?(?:hope|want|would|feel|think|wish|know|worry|are)\b"
)
# «Callum is my oldest», «our son»: only a parent or carer says so.
_OF_MY_CHILD = re.compile(
    r"\b(?:is|are) (?:my|our) (?:\w+ )?(?:old|young|eld)est\b|"
    r"\b(?:my|our) (?:\w+ )?(?:son|daughter|grandson|granddaughter|boy|girl|little one)\b",
    re.IGNORECASE,
)
_TELLING = (
    r"(?:says?|said|told|tells?|writes?|wrote|hopes?|wants?|wishes|would (?:like|love)|thinks?|"
    r"feels?|believes?|asked|worr(?:y|ies)|explained|described|shared)"
)
_SOMEONE_TELLS = re.compile(
    r"(?:^|(?<=[.!?] ))([A-Z][\w'’-]+)(?: and ([A-Z][\w'’-]+))?(?: [A-Z][\w'’-]+)? "
    r"(?:(?:also|both|really) )?" + _TELLING + r"\b"
)
_CHILD_SHOWS = (
    r"(?:says?|said|told|tells|writes?|wrote|chose|chooses|signed|signs|signals?|pointed|points|"
    r"shows?|showed|drew|typed|shared|gave|describes?|described|explained|talked|communicated|"
    r"smiles?|smiled|laughs?|laughed|reaches|reached|vocalis\w+|indicates?|indicated|answered|"
    r"picked|sorted|ticked|expressed|used|asked)"
)
_CHILD_HOLDS = (
    r"(?:likes?|loves?|enjoys?|dislikes?|hates?|wants?|would (?:like|love)|hopes?|dreams?|wishes|"
    r"feels?|thinks?|prefers?|does(?: not|n't|n’t) like|is (?:happy|proud|worried|excited))"
)
_VIEWS_TAKEN = re.compile(
    r"\bviews? (?:were|was|have been|had been)\b|"
    r"\b(?:gave|given|shared|collect\w+|gather\w+|sought|record\w+|expressed|obtain\w+)\b"
    r"[^.]{0,40}\b(?:views?|wishes|opinions|words)\b|"
    r"\bin (?:his|her|their|my) own words\b",
    re.IGNORECASE,
)
_TOLD_TO = (
    r"(?:told|talked to|talked with|spoke to|spoke with|met with|sat with|discussed with|"
    r"gave (?:his|her|their) views to|shared (?:his|her|their) views with)"
)
_LISTENER = (
    r"(?:teacher|ta|assistant|mentor|senco|worker|psychologist|therapist|mum|mother|dad|father|"
    r"aunt|uncle|sister|brother|keyworker|tutor|co-?ordinator|officer|person|m(?:r|rs|s|iss) \w+)"
)
_METHOD = re.compile(
    r"\b(?:(?:picture|photo\w*|symbol|feelings?|talking|choice|emotion|widgit|makaton|sign\w*|"
    r"traffic[- ]light|happy) ?(?:cards?|mats?|boards?|thermometers?|symbols?|exchange|sort)|"
    r"questionnaires?|one[- ]page profile|all about me|mosaic approach|observ(?:ed|ations?)|"
    r"watched|film\w*|not(?:es|ing|ed) (?:what|how|that|from|of|taken|by)|"
    r"three houses|blob tree|bear cards|drawings?|drew|lego model|eye[- ]gaze|switch(?:es)?|"
    r"interview\w*|video|voice recording|worksheet|booklet|scribed?|whiteboard|"
    r"wrote (?:it|this|her|his|their|down)|typed (?:it|this)|read (?:it )?back|advocate|"
    r"(?:with|by) (?:the )?(?:help|support) (?:of|from)|"
    r"(?:sort(?:ed|ing)|chose|choosing|picked|pointed (?:to|at)|filled in|ticked) (?:\w+ ){0,3}?"
    r"(?:photo\w*|pictures?|symbols?|faces|objects?|booklets?|speech bubbles)|"
    r"dictated|voice notes?|record(?:ed|ing) (?:\w+ ){0,2}?(?:voice|video|message)\w*|"
    + _TOLD_TO
    + r" (?:\w+ ){0,4}"
    + _LISTENER
    + r")\b",
    re.IGNORECASE,
)
_HEAD_CHILD = re.compile(
    r"\b(?:child|young person|pupil|my|own|\w+['’]s)\b.{0,30}\b(?:views?|wishes|feelings|voice|say|"
    r"words|likes?|thinks?)\b|^\W*(?:the )?(?:child|young person|pupil)(?: or young person)?\W*$|"
    r"\bwhat (?:i|matters to me)\b|\bimportant to me\b|\bin (?:my|his|her|their) own words\b",
    re.IGNORECASE,
)
# A heading that speaks of the child, whoever else it speaks of.
_HEAD_BOTH = re.compile(
    r"\b(?:about me|(?:child|young person)(?! ?['’]?s? (?:parents?|famil|carers?))|"
    r"my (?:own |views?|hopes|wishes|interests|story|voice|aspirations))\b",
    re.IGNORECASE,
)
# The title of Section A itself, which says nothing of what stands under it.
_HEAD_SECTION = re.compile(r"\bsection\b|aspirations", re.IGNORECASE)
_FAMILY_TELLS = re.compile(rf"{FAMILY.pattern}[^.]{{0,40}}\b{_TELLING}\b", re.IGNORECASE)
_FAMILY_FEELS = re.compile(
    rf"{FAMILY.pattern}[^.]{{0,40}}\b(?:{_TELLING}|(?:are|is|was|were) (?:\w+ )?(?:proud|worried|"
    r"keen|pleased|happy|concerned|anxious|grateful|exhausted|clear|delighted)|reports?|prefers?|"
    r"values?|agrees?|loves?|likes?|asks?|requests?)\b",
    re.IGNORECASE,
)
# At the head of a sentence these are not the name of a relation: «People think I'm rude».
_NOBODY = frozenset(
    {
        *("I", "We", "You", "He", "She", "They", "It", "This", "That", "These", "Those", "There"),
        *("Who", "What", "Some", "Most", "Many", "People", "Others", "Everyone", "Everybody"),
        *("Someone", "Somebody", "Anyone", "Nobody", "Friends", "Teachers", "Adults", "Staff"),
        *("Children", "Kids", "Doctors", "Sometimes", "Now"),
        *("When", "If", "As", "After", "Once", "While", "Because", "Since", "Nobody", "Then"),
        *("ChatGPT", "Copilot", "Siri", "Alexa", "Google", "YouTube", "TikTok"),
    }
)


def names_of(case: Case) -> set[str]:
    """What the child is called: each of the names on the cover."""
    child = case.plan.child
    return {n for name in (child.name, child.known_as) if name for n in name.split()}


def family_voice(statement: Statement, case: Case) -> bool:
    """Whether it gives the views of the parents or another relation."""
    text = statement.words.text
    heading = statement.item.heading if statement.item else ""
    of_family = FAMILY.search(heading) and not _of_both(heading, case)
    if of_family or _FAMILY_WE.search(text) or _OF_MY_CHILD.search(text):
        return True
    if _someone_else(text, case):
        return True
    return bool(_FAMILY_TELLS.search(text))


def _of_both(heading: str, case: Case) -> bool:
    """Whether a heading names the child beside the family: «Views of Saoirse and her parents»."""
    called = "|".join(map(re.escape, sorted(names_of(case)))) or r"(?!)"
    return bool(_HEAD_BOTH.search(heading) or re.search(rf"\b(?:{called})\b(?!['’]s\b)", heading))


def family_heard(statement: Statement, case: Case) -> bool:
    """Whether parents or relations say or feel something in it."""
    return family_voice(statement, case) or bool(_FAMILY_FEELS.search(statement.words.text))


def child_voice(statement: Statement, case: Case) -> bool:
    """Whether it gives the child's own views, in words or as shown by what the child does."""
    if family_voice(statement, case):
        return False
    text = statement.words.text
    heading = statement.item.heading if statement.item else ""
    if _HEAD_CHILD.search(heading) and not _HEAD_SECTION.search(heading):
        return True
    if FIRST_PERSON.search(text) or _VIEWS_TAKEN.search(text):
        return True
    called = "|".join(re.escape(n) for n in sorted(names_of(case))) or r"(?!)"
    by_name = rf"\b(?:{called}) (?:\w+ly )?(?:also |really )?(?:{_CHILD_SHOWS}|{_CHILD_HOLDS})\b"
    by_pronoun = (
        rf"(?:^|[.!?]\W+|, |and )(?:[Hh]e|[Ss]he|[Tt]hey) (?:also |then )?{_CHILD_SHOWS}\b"
        rf"|(?:^|[.!?]\W+)(?:He|She|They) (?:also |really )?{_CHILD_HOLDS}\b"
    )
    return bool(re.search(by_name, text) or re.search(by_pronoun, text))


def method_told(statement: Statement) -> bool:
    """Whether it says who gathered the child's views, or how."""
    return bool(_METHOD.search(statement.words.text) or _VIEWS_TAKEN.search(statement.words.text))


def _someone_else(text: str, case: Case) -> bool:
    """Whether somebody who is not the child says, hopes or wants something in it."""
    nobody = names_of(case) | _NOBODY
    tellers = (re.split("['’]", match[1])[0] for match in _SOMEONE_TELLS.finditer(text))
    return any(teller not in nobody for teller in tellers)
