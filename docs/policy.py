"""The fields of ``policy``, from the schema, with the rules that read them: what ``reform.md`` shows."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from stated import readings

from xuke.check import rules
from xuke.check.rules import ALL as RULES
from xuke.model.limit import LIMIT_FIELDS
from xuke.model.record import Kind, Snapshot
from xuke.words.labels import choices, property_title
from xuke.words.markdown import plain, row
from xuke.words.render import Language
from xuke.words.schemas import innermost, property_of

Path_ = tuple[str, ...]

#: Named by every list, or explained once for all.
ASIDE = frozenset({"id", "source"})

HEADS = {
    Language.ZH: ("字段", "名称", "决定什么", "可选内容", "读取它的规则"),
    Language.EN: ("field", "title", "what it decides", "choices", "rules that read it"),
}

#: What each field decides, for readers of English; the schema says it in Chinese.
ENGLISH = {
    "model": "Whether one bureau exercises the powers, or a centre only brings them to one place.",
    "scope": "Which items are concentrated, in the words of the plan.",
    "transition": "The transition: seal, lead and duty to be in the hall differ from later.",
    "transition.from": "First day, included; null where none is printed.",
    "transition.until": "Last day, included; null where it ends on an event.",
    "transition.until_event": "The event that ends it, in the words of the plan.",
    "exclusions": "Kinds of items that are not transferred, or need not be in the hall: two effects.",
    "exclusions.name": "In the words of the plan.",
    "exclusions.transfer": "Whether such items may be transferred, and nothing about the hall.",
    "exclusions.hall": "Whether such items must be in the hall, and nothing about the transfer.",
    "exclusions.transfer_period": "While it is kept out of the transfer; always where it is left out.",
    "exclusions.transfer_period.from": "First day, included; null where none is printed.",
    "exclusions.transfer_period.until": "Last day, included; null where there is none.",
    "exclusions.transfer_period.until_event": "The event that ends it.",
    "exclusions.hall_period": "While it need not be in the hall, as in the transition; else always.",
    "exclusions.hall_period.from": "First day, included; null where none is printed.",
    "exclusions.hall_period.until": "Last day, included; null where there is none.",
    "exclusions.hall_period.until_event": "The event that ends it.",
    "retained_in_hall": "true: items that stay are in the hall too, unless an exclusion says otherwise.",
    "publish_retained": "true: rules and list of the items that stay are published.",
    "publish_transferred": "true: conditions, guide and standard of transferred items are published.",
    "supervise_retained": "true: items that stay have supervision entries too.",
    "window_authority": "true: windows decide by full authority, unless law demands a collective decision.",
    "delegated_items": "Who takes over what superiors hand down: the department, or at once the bureau.",
    "delegated_items_note": "What the plan adds to it, such as 原则上.",
    "stages": "Who leads each stage and who assists; memoranda that differ say why.",
    "stages.stage": "The stage; once in a table.",
    "stages.periods": "In order of time; every day has someone.",
    "stages.periods.from": "First day, included; null where it begins with an event or none is printed.",
    "stages.periods.until": "Last day, included; null where it ends on an event or not at all.",
    "stages.periods.from_event": "The event it begins with, in the words in which the period before ends.",
    "stages.periods.until_event": "The event that ends it, such as 条件成熟.",
    "stages.periods.lead": "The one side that leads.",
    "stages.periods.assist": "The sides that assist, if any.",
    "stages.principle": "true: the plan says 原则上, so exceptions are allowed.",
    "stages.differs": "Why a memorandum differs from the policy; not used here.",
    "joint_forms": "Joint surveys, joint reviews of drawings and the like that the plan asks for.",
    "transition_seal": "Whose seal results carry in the transition.",
    "staffing": "What the plan demands of posts and people, and whether moves are frozen.",
    "staffing.posts_min": "Least number of posts, helpers not counted.",
    "staffing.persons_min": "Least number of people, helpers not counted.",
    "staffing.helpers_min": "Least number of helpers, counted apart.",
    "staffing.freeze": "Whether people may be moved for a while during the reform.",
    "staffing.freeze.temporary_moves": "true: no temporary moves; those that go along with items are exempt.",
    "staffing.freeze.from": "First day, included; null where none is printed.",
    "staffing.freeze.until": "Last day, included; null where there is none.",
    "staffing.freeze.until_event": "The event that ends it.",
    "targets": "Percentages that the plan wants reached; what was reached is computed.",
    "targets.subject": "What is reduced or raised; each is counted for itself.",
    "targets.reduction": "By how many percent it falls; fractions are written in percent.",
    "targets.increase": "By how many percent it rises; more than a hundred is allowed.",
    "targets.at_least": "true: the plan says 以上, so it is a lower bound.",
    "targets.base": "Compared with what; null where the plan does not say.",
    "targets.reading": "Which of several readings of the plan the data use.",
    "targets.computed_as": "How a rise of efficiency is computed, as the reading says; else it is not.",
    "ceilings": "The longest promise that the plan allows for a category; claimed results are no ceilings.",
    "ceilings.category": "The category that it bounds; one ceiling for each.",
    "ceilings.limit": "No promise of the category is longer.",
    "visits_max": "How often an applicant has to come at most; not checked where it is left out.",
    "material_fields": "What every material states: form and necessity if left out, nothing if empty.",
    "filing": "To whom, as what and how soon a changed list is filed.",
    "filing.recipient": "To whom, as 自治州人民政府.",
    "filing.kind": "As what, in the word of the plan; a filing for the record is no approval.",
    "filing.within": "How soon after a change; null where the plan gives no number.",
    "filing.tables": "Ids of the tables that go along; all where it is left out.",
    "push": "What both sides tell each other; memoranda are checked by it.",
    "push.information": "One of three kinds; each goes both ways.",
    "push.from": "The side where it arises.",
    "push.to": "The other side.",
    "push.within": "How soon after it arises; null where no number is printed.",
    "push.synchronous": "true: the plan says 同步, which is not the same as no number.",
    "conversion": "How limits in unlike units are compared; not at all where it is left out.",
    "conversion.month_days": "Days of a month, usually 30.",
    "conversion.day_as_working_day": "true: days that are not called working days count as working days.",
    "conversion.never": "true: unlike units are never compared, only shown.",
    "default_clauses": "Your words for drafts; {移交方}, {接收方} and {本级政府} stand for the units.",
    "default_clauses.open_cases": "Open cases.",
    "default_clauses.open_cases.reconsideration": "Who answers in reconsideration, and who assists.",
    "default_clauses.open_cases.litigation": "Who answers in court, and who assists.",
    "default_clauses.seal_clause": "When the approval seal comes into use and the old ones go out of it.",
    "default_clauses.staff": "Staff.",
    "default_clauses.staff.text": "How posts and people go along with items.",
    "default_clauses.funds": "In whose budget the funds stand.",
    "default_clauses.liaison": "Who keeps in touch with the superior departments.",
    "default_clauses.training": "Training.",
    "default_clauses.training.text": "What is trained, how and by whom.",
    "default_clauses.disputes": "Who settles a dispute, and who decides where they cannot.",
    "default_clauses.liability": "Liability.",
    "default_clauses.liability.bureau": "Of the bureau, for licences and their results.",
    "default_clauses.liability.department": "Of the department, for supervision and its results.",
    "default_clauses.term": "How long it lasts and how it ends.",
    "memorandum_days": "How many days before its items take effect a draft is told; 30 where it is left out.",
    "clauses": "Clauses that memoranda must have; items, stage table and basis are always required.",
    "levels": "Levels that the reform covers, such as 州、县、乡.",
}


def policy_lines(snapshot: Snapshot, language: Language) -> Iterator[str]:
    """The table of all fields of the policy, in the order of the schema."""
    yield from (row(HEADS[language]), row(["---"] * len(HEADS[language])))
    read = _read(snapshot)
    for path in fields(("policy",)):
        yield row(_cells(path, language, read))


def fields(path: Path_) -> Iterator[Path_]:
    """Every field below one; a time limit is one."""
    found = property_of("reform", path)
    properties = innermost(*found)[1].get("properties", {}) if found else {}
    for name in () if set(properties) >= LIMIT_FIELDS else properties:
        if name not in ASIDE:
            yield (*path, name)
            yield from fields((*path, name))


def _cells(path: Path_, language: Language, read: dict[str, set[str]]) -> Iterator[str]:
    is_english = language is Language.EN
    name = ".".join(path[1:])
    yield from (f"`{name}`", plain(property_title("reform", path, is_english)))
    found = property_of("reform", path)
    yield plain(ENGLISH[name] if is_english else str(found[1]["description"] if found else ""))
    labels = choices("reform", path, is_english).items()
    yield "<br>".join(f"`{value}` {plain(label)}" for value, label in labels)
    page = "rules.md" if is_english else "rules.zh-CN.md"
    yield " ".join(f"[{code}]({page}#{code.lower()})" for code in sorted(read.get(name, ())))


def _read(snapshot: Snapshot) -> dict[str, set[str]]:
    """The codes of the rules that read each part of the policy: as seen in a run, and as written."""
    found: dict[str, set[str]] = defaultdict(set)
    for (kind, path), codes in readings(snapshot).items():
        if kind is Kind.JURISDICTION and path[:1] == ("policy",) and len(path) > 1:
            found[path[1]] |= codes
    # What a run stops short of reading is still written in the file of the rule.
    names = {path[1] for path in fields(("policy",))}
    codes = {rule.code.lower() for rule in RULES}
    for file in sorted(Path(rules.__path__[0]).glob("*.py")):
        text = file.read_text("utf-8")
        if file.name[:4] in codes:
            for name in names.intersection(_texts(text)):
                found[name].add(file.name[:4].upper())
    return found


def _texts(source: str) -> Iterator[str]:
    """What is asked of a policy, by name or by a property of the register that is called like it."""
    tree = ast.parse(source)
    holders = set(_holders(tree))
    for each in ast.walk(tree):
        match each:
            case ast.Call(func=ast.Attribute(value=asked), args=args):
                words = [arg.value for arg in args if isinstance(arg, ast.Constant)]
                if "policy" in (*ast.unparse(asked).split("."), *words) or ast.unparse(asked) in holders:
                    yield from (word for word in words if isinstance(word, str))
            case ast.Attribute(attr=name):
                yield name


def _holders(tree: ast.Module) -> Iterator[str]:
    """The parameters of functions that are handed a policy."""
    functions = {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}
    for each in ast.walk(tree):
        match each:
            case ast.Call(func=ast.Name(id=name), args=args) if name in functions:
                parameters = functions[name].args.args
                handed = zip(parameters, args, strict=False)
                yield from (it.arg for it, arg in handed if ast.unparse(arg).endswith(".policy"))
