"""xuke import."""

from pathlib import Path

from xuke.commands.base import argument, choice, command, option
from xuke.commands.changing import settle
from xuke.commands.importing import Import, Wish
from xuke.commands.session import Session
from xuke.model.errors import UsageFault


@command(
    "import",
    argument("books", nargs=-1, required=True),
    option("--yes", text="cli.import.yes", is_flag=True),
    option("--dry-run", text="cli.import.dry_run", is_flag=True),
    option("--remove", text="cli.import.remove", is_flag=True),
    option("--map", "map_file", text="cli.import.map", metavar="cli.metavar.file"),
    option("--write-map", text="cli.import.write_map", metavar="cli.metavar.file"),
    option("--annotate", text="cli.import.annotate", metavar="cli.metavar.file"),
    option("--format", "form", text="cli.option.format", type=choice(("text", "json")), default="text"),
    option("--force", text="cli.option.force", is_flag=True),
)
def COMMAND(  # noqa: N802
    session: Session,
    books: tuple[str, ...],
    yes: bool,
    dry_run: bool,
    remove: bool,
    map_file: str | None,
    write_map: str | None,
    annotate: str | None,
    form: str,
    force: bool,
) -> int:
    """Read workbooks back into the register; 1 for what is refused, conflicts and errors."""
    if session.revision is not None:
        raise UsageFault("books.work_tree_only")
    if annotate and len(books) > 1:
        raise UsageFault("books.one_annotated")
    wish = Wish(tuple(map(Path, books)), map_file, yes and not dry_run, remove)
    settle(session, is_dry=not wish.writes)
    run = Import(session, wish)
    run.plan()
    run.keep(write_map, annotate, force=force)
    return run.finish(form)
