"""What a sentence is, by its own words, where no heading says: used only then, and with care."""

from __future__ import annotations

import re

from extractors.plan import Kind

_DIFFICULTY = re.compile(
    r"\b(?:difficult\w*|hard\b|struggl\w+|cannot|can ?not|can't|unable|needs?\b|requires?|delay\w*|"
    r"limited|below|behind|does not|doesn't|do not|don't|did not|is not|isn't|are not|rarely|seldom|"
    r"anxi\w+|worri\w+|distress\w*|overwhelm\w*|refus\w+|avoid\w*|withdr\w+|impair\w*|disorder\w*|"
    r"disab\w+|autis\w+|adhd|dyslexi\w+|dyspraxi\w+|loses? (?:focus|attention|track)|forgets?|"
    r"tires?|fatigue\w*|slow\w*|poor\w*|weak\w*|lacks?|only (?:a few|when|with|if|for)|reluctan\w+|"
    r"challeng\w+|barrier\w*|problem\w*|trouble|confus\w+|depend\w*|relies|reliant|prompt\w*|"
    r"misunderst\w+|misses|overload\w*|sensitive|sensitivity|hyper\w+|hypo\w+|meltdown\w*|hits|bites|"
    r"runs? (?:off|away)|without (?:help|support)|becomes|gets (?:upset|angry|lost)|loss|deaf\w*|blind\w*|"
    r"epilep\w+|diagnos\w+|upset\w*|frustrat\w+|vulnerable|unaware|unclear|not yet|yet to|never|few\b)",
    re.IGNORECASE,
)
_STRENGTH = re.compile(
    r"\b(?:enjoys?|loves?|likes?|is able to|can\b|good at|strengths?|strong\w*|confident\w*|kind\b|"
    r"caring|friendly|sociable|cheerful|polite|happy|proud|talent\w*|skilled|keen|curious|creative|"
    r"motivated|determined|excels?|well\b|independent\w*|remembers|knows|recognises|reads|responds)",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"\b(?:standard(?:ised)? scores?|centiles?|percentiles?|age[- ]equivalent|assessed (?:at|as|in|on|using)|"
    r"on assessment|working (?:at|within|towards|below)|pre[- ]key stage|engagement model|p[- ]?scales?|"
    r"reading age|spelling age|attainment|scored?|attends?|attendance (?:is|was)|currently|at present|"
    r"at the time of writing|is (?:in|on roll)|(?:autumn|spring|summer) (?:term )?20\d\d)\b",
    re.IGNORECASE,
)
_HOPE = re.compile(
    r"\b(?:(?:wants?|would like|'d like|hopes?|hoping|wish(?:es)?|dreams?|aspires?|ambitions?|aims?|intends?|plans?|"
    r"longs?|aspirations?) (?:to|for|of|is|are|that|me to|(?:\w+ ){1,4}(?:to|will|can))\b|when (?:i|he|she|they|\w+) "
    r"(?:grows?|leaves?|is grown|am grown|is older|am older|finish\w*)|in the future|one day|grown up|my dream)",
    re.IGNORECASE,
)
_MONITORING = re.compile(
    r"\b(?:outcomes?|targets?|progress|plan|provision|steps?|arrangements?|section|short[- ]term|programme)\b"
    r".{0,80}\b(?:will|is to|are to|must|should) be (?:\w+ )?(?:reviewed|monitored|set|evaluated|measured|checked|"
    r"agreed|recorded|updated|tracked|shared|discussed)\b"
    r"|\b(?:will|is to) (?:review|monitor|set|track|evaluate) (?:\w+ ){0,4}(?:progress|targets?|outcomes?|steps?|plan)\b",
    re.IGNORECASE,
)
_GUIDANCE = re.compile(
    r"^\W*(?:(?:guidance|guidance notes?|note|notes|n\.?b|please note|notes? for (?:writers?|authors?|completion)|tip)\b\s*[:.–—-]"
    r"|(?:this|each|the) (?:section|part|table|box|page) (?:must|should|sets? out|describes?|includes?|contains?|is (?:for|about|where|to)|"
    r"explains?|lists?|tells?|summarises?|shows?|records?|gives?|can be|will)\b"
    r"|(?:please )?(?:complete|list|describe|include|insert|refer to|see|ensure|set out|use|delete|specify|record|provide details)\b"
    r".{0,60}\b(?:section|below|above|here|child or young person|box|appropriate|form|table)\b"
    r"|(?:the )?(?:send |sen )?code of practice\b|section \d+ of the (?:children|care|education)\b)"
    r"|\b(?:the|a) child or (?:the )?young person(?:'s|’s)?\b.{0,80}\b(?:must|should)\b"
    r"|\b(?:must|should) be (?:specified|detailed|specific|quantified|set out|completed)\b"
    r"|^(?:last (?:edited|updated|saved|modified|changed)|printed (?:from|on|by)|exported (?:from|on|by)|created (?:on|by)|page \d+ of) .{0,60}$"
    r"|^(?:one|each|a separate) (?:table|row|box|card|page|form) (?:is|are|has been|should be|must be|will be)\b"
    r"|^the (?:tag|number|letter|code|reference)s? (?:after|beside|in brackets|next to|in|at)\b",
    re.IGNORECASE,
)
_LONG = 60


def guidance(text: str) -> bool:
    """Words to whoever writes or reads the form, not about the child."""
    return len(text.split()) <= _LONG and bool(_GUIDANCE.search(text))


def of_needs(text: str) -> Kind:
    """What a sentence of Section B is, by its words: need, strength or how things are now."""
    if _DIFFICULTY.search(text):
        return Kind.NEED
    if _CURRENT.search(text):
        return Kind.CURRENT
    if _STRENGTH.search(text):
        return Kind.STRENGTH
    return Kind.NEED


def hope(text: str) -> bool:
    """A wish for the future."""
    return bool(_HOPE.search(text))


def monitoring(text: str) -> bool:
    """How progress will be watched, rather than an outcome or provision."""
    return bool(_MONITORING.search(text))


def of_the_plan(text: str) -> bool:
    """Said of the provision or the plan as a whole, rather than provision itself."""
    return bool(_OF_THE_PLAN.search(text))


_OF_THE_PLAN = re.compile(
    r"^(?:all (?:of )?)?(?:the |this |these )?(?:special educational )?(?:provision|support|arrangements|plan|outcomes|interventions)\b"
    r"(?: \w+){0,6}? (?:(?:set out|described|listed|specified|detailed|given)?\s*(?:in this (?:table|section|plan|part)|below|above|here)"
    r"|(?:is|are) to be in place|(?:comes|come) into (?:force|effect))",
    re.IGNORECASE,
)


_PROMISE = re.compile(r"\b(?:will|shall|can|is able to|am able to|are able to)\b", re.IGNORECASE)


def promises(text: str) -> bool:
    """It says in a whole sentence what somebody will do, as outcomes do and steps often do not."""
    return bool(_PROMISE.search(text))
