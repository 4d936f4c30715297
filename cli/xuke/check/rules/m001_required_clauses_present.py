"""M001."""

from collections.abc import Iterator

from xuke.model.diagnostic import Finding, Label, say
from xuke.model.document import Value
from xuke.model.record import Kind
from xuke.model.rule import Context, rule
from xuke.model.views import Memo

ALWAYS = ("basis", "items", "stages")

#: What a jurisdiction's policy may require besides.
BY_POLICY = (
    "open_cases",
    "handover",
    "seal_clause",
    "staff",
    "funds",
    "liaison",
    "training",
    "push",
    "disputes",
    "liability",
    "term",
)


@rule("M001", Kind.MEMORANDUM, Kind.JURISDICTION)
def required_clauses_present(memo: Memo, context: Context) -> Iterator[Finding]:
    """A memorandum holds every clause that it needs, and none of them empty."""
    policy = context.register(memo.jurisdiction).policy.texts("clauses")
    for name in (*ALWAYS, *(name for name in BY_POLICY if name in policy)):
        if not _says_something(memo.get(name)):
            message = "M001.always" if name in ALWAYS else "M001.by_policy"
            yield Finding((name,), say(message, clause=Label("memorandum", (name,)), field=name))


def _says_something(value: Value) -> bool:
    match value:
        case dict():
            return any(_says_something(each) for each in value.values())
        case list():
            return any(_says_something(each) for each in value)
    return value is not None and value != ""
