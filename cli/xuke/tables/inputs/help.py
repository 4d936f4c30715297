"""What a department is told of a column, in the words of its schema."""

from xuke.tables.inputs.field import Field, Form
from xuke.words.labels import choices
from xuke.words.zh import inputs as zh

#: What spreadsheet programs show beside a cell.
LONGEST_PROMPT, LONGEST_TITLE = 255, 32


def described(field: Field) -> str:
    """What belongs into the column, in the signs of cells where the schema speaks of those of files."""
    text = str(field.node.get("description", ""))
    for sign, meant in zh.SIGNS:
        text = text.replace(sign, meant)
    return text


def way(field: Field) -> str:
    """How it is written: form, several values, and what stands for none."""
    parts = [zh.WAYS[field.form], zh.SEVERAL if field.is_many else ""]
    if field.form is Form.ROWS:
        parts.append(zh.NONE_OF_ROWS)
    elif field.is_nullable or field.is_many:
        parts.append(zh.NONE_STATED)
    return "".join(parts)


def example(field: Field) -> str:
    """An example: the schema's own, else one of its form; empty where only the register knows one."""
    given = field.node.get("examples", ())
    if field.form is Form.CHOICE:
        return next(iter(choices(field.schema, field.path, english=False).values()))
    return "\n".join(map(str, given[:1])) if given else zh.EXAMPLES.get(field.form, "")


def prompt(field: Field) -> tuple[str, str]:
    """Title and text of the note that appears at a cell; the example goes first where room is short."""
    must = zh.REQUIRED if field.is_required else ""
    text = "\n".join(filter(None, (must + described(field), way(field))))
    sample = example(field)
    whole = text + "\n" + zh.EXAMPLE.format(text=sample) if sample else text
    return field.title[:LONGEST_TITLE], whole if len(whole) <= LONGEST_PROMPT else text[:LONGEST_PROMPT]
