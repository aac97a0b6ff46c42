"""Words whose letters are parted by spaces: «E d u c a t i o n»."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import numpy as np

from extractors.pdf_frame import Frame
from extractors.pdf_text import Letters, Run

_LEAST = 9  # signs: five letters with spaces between them, for fewer may be initials
_SHARE = 0.75  # of a run's words are single letters
_WIDER = 1.6  # times the usual gap, and a bit: one between words


def close_up(runs: Sequence[Run], letters: Letters, frame: Frame) -> None:
    """Gives runs spaced out letter by letter their words: gaps between words are the wider ones."""
    for run in runs:
        if len(run.text) >= _LEAST and run.text[1] == " " and _is_spaced_out(run.text):
            run.text = _closed_up(run, letters, frame)


def _is_spaced_out(text: str) -> bool:
    words = text.split()
    single = sum(len(word) == 1 for word in words)
    return single >= _SHARE * len(words) and any(map(str.isalpha, words))


def _closed_up(run: Run, letters: Letters, frame: Frame) -> str:
    places = [i for i, sign in enumerate(run.text) if sign != " "]
    boxes = letters.boxes([run.first + i for i in places], frame)
    along = 0 if run.style.angle in {0, 2} else 1
    gaps = np.abs(boxes[1:, along] - boxes[:-1, along + 2])
    if run.style.angle in {2, 3}:
        gaps = np.abs(boxes[:-1, along] - boxes[1:, along + 2])
    wide = _WIDER * statistics.median(gaps.tolist()) + 0.05 * run.style.size
    signs = [run.text[place] for place in places]
    return signs[0] + "".join(
        (" " if gap > wide else "") + sign
        for gap, sign in zip(gaps.tolist(), signs[1:], strict=True)
    )
