"""What the rules about time share: the limits of the law, limits in words, and cited articles."""

import re

from xuke.figures.transfer import LICENCE
from xuke.model.limit import Conversion, Limit, Unit
from xuke.model.views import Handling, Item, Part

_ARTICLE = re.compile(r"[\w》）)]\s*第\s*[0-9零〇一二三四五六七八九十百千]+\s*条")


def working_days(number: int) -> Limit:
    """So many days as the Administrative Licensing Law counts them (article 82)."""
    return Limit(number, Unit.WORKING_DAY)


#: In which a licence is decided where nothing else is set (Administrative Licensing Law, article 42).
DEFAULT = working_days(20)


def is_longer(one: Limit | None, other: Limit | None, conversion: Conversion) -> bool:
    """Whether one limit is longer than the other; not where either is missing or they cannot be compared."""
    return one is not None and other is not None and (conversion.compare(one, other) or 0) > 0


def is_beyond_law(item: Item, limits: Part, conversion: Conversion) -> bool:
    """Whether a promise is longer than its law allows, or than 20 working days where that sets no limit."""
    is_left_open = item.text("type") == LICENCE and not limits.has("statutory")
    lawful = DEFAULT if is_left_open else limits.limit("statutory")
    return is_longer(limits.limit("promised"), lawful, conversion)


def cites_article(text: str) -> bool:
    """Whether a text names a law or document and an article of it: ``《…》第十条``."""
    return _ARTICLE.search(text) is not None


def licensed(item: Item, *fields: str) -> list[Handling]:
    """The handlings that the time limits of the law bind, one a place; only licences have such limits."""
    return item.stating(*fields) if item.text("type") == LICENCE else []
