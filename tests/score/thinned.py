"""The thread's lexicon as if it knew fewer words: so it knows those of an authority unseen."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from checks.language.phrases import Found, Phrases
from checks.thread.concepts import Lexicon, standard_lexicon


class Thinned(Phrases):
    """The phrases of a lexicon of which only a share of the wordings is known."""

    def __init__(self, whole: Lexicon, share: float) -> None:
        """Takes them from a whole one."""
        super().__init__({})
        self._whole, self._share = whole, share

    def find(self, text: str) -> Found:
        """The phrases of each concept in a text, less those that it does not know."""
        known = {
            concept: tuple(
                span
                for span in spans
                if concept not in self._whole.concepts or self._knows(span.text)
            )
            for concept, spans in self._whole.phrases.find(text).items()
        }
        return {concept: spans for concept, spans in known.items() if spans}

    def _knows(self, words: str) -> bool:
        """Whether a wording is among those known: the same ones on every machine."""
        drawn = hashlib.sha256(f"{self._share} {words.lower()}".encode()).digest()[0]
        return drawn < self._share * 256


def thinned(share: float) -> Lexicon:
    """Our lexicon with only that share of its wordings."""
    whole = standard_lexicon()
    return replace(whole, phrases=Thinned(whole, share))
