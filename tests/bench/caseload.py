"""How long it takes to find copied text among many statements: `python -m tests.bench.caseload`.

The statements are invented: a few hundred ways of saying things, filled from lists of words, most
of them once; one in twenty is a copy of another with a word or two changed. So it is known which
belong together, and how well that is found can be counted. The default of 100,000 takes under two
minutes and 2 GB on one core.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checks.caseload.alike import Words, groups
from checks.caseload.masking import wording
from checks.rubric import load_rubric

MANY = 100_000
COPIED = 0.05  # of all statements
SEED = 4

# What is said, by whom, of what, where, with whose help, how well: each slot has its own words.
_SLOTS = {
    "what": "tell a friend about|write down|point to|ask about|choose between|set out|sort"
    "|describe|explain|act out|count|measure|draw|copy|read about|listen to|join in with|take apart"
    "|put away|look after|prepare|finish|begin|plan|practise|remember|compare|name|share|collect",
    "how": "large|small|new|old|red|striped|quiet|noisy|heavy|light|long|short|paper|wooden|woollen"
    "|painted|printed|folded|shared|borrowed|hidden|missing|favourite|second|spare|broken|mended"
    "|home-made|plastic|tactile|talking|weekly|wet|warm|cold|sharp|smooth|rough|round|square",
    "of": "recipe|timetable|puzzle|game|story|purse|seed tray|picture|diary|sum|list|card|poster"
    "|kit|lunch|worry box|task|map|chart|drum|poem|basket|tool|book|hearing aid|pencil|frame|scarf"
    "|tablet|switch|letter|ball|bicycle|torch|ticket|phone|kettle|plate|shirt|shoe|planner|model"
    "|film|song|dance|speech|sketch|badge|bench|blanket|ladder|button|zip|jug|ribbon|sign",
    "where": "in the classroom|at the table by the window|in the hall|on the playground|at home"
    "|in the library|at break|during assembly|in a shop|on the bus|at swimming|in the music room"
    "|in the garden|at the club|on a walk|in the workshop|in science|in a small group|at lunch",
    "with": "without being asked|with one reminder|with a picture card|with a checklist"
    "|beside a friend|with an adult near|by using a tablet|by looking at the board|with a timer"
    "|after a short break|when the room is noisy|when plans change|with eyes on the speaker",
    "well": "on four days out of five|in three lessons out of four|within ten minutes|twice a day"
    "|for a whole lesson|each morning|nine times out of ten|for two weeks running|by the bell",
    "so": "so that the day starts well|so that friends can help|so that work gets done"
    "|so that the next task is easier|so that home is calmer|so that others listen"
    "|so that the trip can go ahead|so that it can be shared|so that lunch is not missed",
}
_SHAPES = (
    "{name} will {what} a {how} {of} {where} {with}, and then a {how2} {of2}, {well}, {so}.",
    "By the end of Key Stage 2 {name} will {what} a {how} {of} {with} and a {how2} {of2}, {so}.",
    "A teaching assistant will help to {what} a {how} {of} {where} {well}, with a {how2} {of2}.",
    "{name} finds it hard to {what} a {how} {of} {where}, and looks for the {how2} {of2} {with}.",
    "{where} {name} is to {what} a {how} {of} and then {what2} a {how2} {of2}, {with}, {well}.",
    "Staff will {what} the {how} {of} {with} before they {what2} the {how2} {of2} {where}, {so}.",
)
_NAMES = ("Amira", "Leon", "Zofia", "Tomasz", "Ruth", "Idris", "Nell", "Kofi", "Hana", "Otis")
_EXTRA = ("often", "also", "always", "really", "mostly", "together")


def statements(count: int, seed: int = SEED) -> list[tuple[Words, int]]:
    """So many invented statements as masked wordings, each with the number of what it copies."""
    chance = random.Random(seed)  # noqa: S311 -- invented text
    slots = {slot: told.split("|") for slot, told in _SLOTS.items()}
    made: list[tuple[str, int]] = []
    for n in range(count):
        if made and chance.random() < COPIED:
            text, source = made[chance.randrange(len(made))]
            made.append((_changed(text, chance), source))
        else:
            words = {slot: chance.choice(told) for slot, told in slots.items()}
            words |= {f"{slot}2": chance.choice(slots[slot]) for slot in ("what", "how", "of")}
            made.append((chance.choice(_SHAPES).format(name=chance.choice(_NAMES), **words), n))
    names = frozenset(name.lower() for name in _NAMES)
    return [(wording(text, names), source) for text, source in made]


def _changed(text: str, chance: random.Random) -> str:
    """The text for another child, in every other case with one word more, less or moved."""
    old = next((name for name in _NAMES if name in text), _NAMES[0])
    words = text.replace(old, chance.choice(_NAMES)).replace("Key Stage 2", "Year 6").split()
    at = chance.randrange(2, len(words) - 2)
    change = chance.randrange(4)
    if change == 1:
        words.insert(at, chance.choice(_EXTRA))
    elif change == 2:
        del words[at]
    elif change == 3:
        words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def score(
    told: Sequence[tuple[Words, int]], found: Iterable[Sequence[Words]]
) -> tuple[float, float]:
    """Precision and recall over the pairs of statements that belong together."""
    home = {words: n for n, group in enumerate(found) for words in group}
    both: Counter[tuple[int, int]] = Counter((home[words], source) for words, source in told)
    right = sum(map(_pairs, both.values()))
    put = sum(map(_pairs, Counter(home[words] for words, _ in told).values()))
    wanted = sum(map(_pairs, _sources(told).values()))
    return right / put if put else 1.0, right / wanted if wanted else 1.0


def _sources(told: Sequence[tuple[Words, int]]) -> Mapping[int, int]:
    """How many statements come of each source; two that were invented alike are one."""
    same: dict[Words, int] = {}
    counts: dict[int, int] = defaultdict(int)
    for words, source in told:
        counts[same.setdefault(words, source)] += 1
    return counts


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def main() -> int:
    """Prints how long it takes, what it needs, and how well it does."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    started = time.process_time()
    told = statements(count)
    made = time.process_time()
    found = groups(Counter(words for words, _ in told), load_rubric().copied.likeness)
    ended = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall = score(told, found)
    sys.stdout.write(
        f"{count:,} statements: invented and masked in {made - started:.0f} s, put together in"
        f" {ended - made:.0f} s, {peak:.0f} MB at most\n"
        f"pairs that belong together: precision {precision:.3f}, recall {recall:.3f}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
