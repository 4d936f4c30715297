"""What a look at the set-up found, as lines for a terminal or as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from xuke.model.diagnostic import Message, say
from xuke.model.health import Sign, State
from xuke.report.json import json_lines
from xuke.words.render import Language, render
from xuke.words.width import width


def health_lines(signs: Sequence[Sign], language: Language) -> Iterator[str]:
    """One line a remark and one for its remedy, then a summary."""
    words = {state: render(say(f"doctor.{state}"), language) for state in State}
    widest = max(map(width, words.values()))
    for sign in signs:
        word = words[sign.state]
        yield f"{word}{' ' * (widest - width(word))}  {render(sign.message, language)}"
        if sign.remedy:
            yield f"{' ' * widest}  {render(say('doctor.remedy', remedy=sign.remedy), language)}"
    counts = _counts(signs)
    yield render(say("doctor.summary", broken=counts["broken"], weak=counts["weak"]), language)


def health_json(signs: Sequence[Sign], language: Language) -> Iterator[str]:
    """All remarks in the order in which they were made."""
    found = [_sign(each, language) for each in signs]
    return json_lines({"signs": found, "summary": _counts(signs)})


def _sign(sign: Sign, language: Language) -> dict[str, Any]:
    return {
        "topic": sign.topic,
        "state": str(sign.state),
        "message": render(sign.message, language),
        "remedy": _rendered(sign.remedy, language),
    }


def _rendered(message: Message | None, language: Language) -> str | None:
    return render(message, language) if message else None


def _counts(signs: Sequence[Sign]) -> dict[str, int]:
    counts = Counter(sign.state for sign in signs)
    return {"broken": counts[State.BROKEN], "weak": counts[State.WEAK]}
