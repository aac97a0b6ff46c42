"""A profile's phrases made part of the vocabulary: what an authority teaches the reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors import cover_labels, headings
from extractors.profile import KEYS, Phrase, Profile
from extractors.vocabulary import Entry, Vocabulary, standard, using

_OPEN = re.compile(r"\s*(?:…|\.\.\.)\s*$")  # "Please complete …": whatever follows


@lru_cache(4)
def vocabulary_of(profile: Profile) -> Vocabulary:
    """The vocabulary with a profile's phrases before all others; the standard one without any."""
    if not profile.phrases:
        return standard()
    with using(standard()):
        taught = [entry for phrase in profile.phrases for entry in _entries(phrase)]
    return Vocabulary((*taught, *standard().entries))


def _entries(phrase: Phrase) -> Iterator[Entry]:
    """A phrase in the form in which headings are compared, in each list that it belongs to."""
    plain = cover_labels.plain if phrase.table == "cover" else headings.plain
    words = re.escape(plain(_OPEN.sub("", phrase.words)))
    expression = f"{words}( .*)?" if _OPEN.search(phrase.words) else words
    for table, name in KEYS[phrase.table][phrase.key]:
        yield Entry(table, name, expression)
