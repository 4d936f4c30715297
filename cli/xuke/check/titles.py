"""Fields by the titles that people know."""

from xuke.model.diagnostic import Label, Word, say
from xuke.model.record import Kind
from xuke.words.schemas import property_of, resolved, schema_of_kind


def titled(kind: Kind, steps: tuple[str, ...]) -> Word:
    """An edited field, from the outside in; the elements of lists stand by their names."""
    schema = schema_of_kind(kind)
    path: tuple[str, ...] = ()
    whole: Word = ""
    is_list = False
    for step in steps:
        names = (*path, step)
        found = None if is_list else property_of(schema, names)
        path = names if found else path
        is_list = found is not None and "items" in resolved(*found)[1]
        word: Word = Label(schema, names) if found else step
        whole = say("S.inside", outer=whole, inner=word) if whole else word
    return whole
