"""Annotated tags of git: made, found and taken back; signed by the user's own program and key alone."""

import re
from dataclasses import dataclass
from pathlib import Path

from xuke.model.errors import XukeError
from xuke.sources.plumbing import run_git

#: Names that every system can hold, a subset of what git allows.
_NAME = re.compile(
    r"[0-9A-Za-z\u3400-\u9fff][0-9A-Za-z\u3400-\u9fff._-]*(/[0-9A-Za-z\u3400-\u9fff_][0-9A-Za-z\u3400-\u9fff._-]*)*"
)

#: Programs that make signatures, by the setting that names them, and what git takes without it.
_SIGNERS = {
    "gpg.program": "gpg",
    "gpg.openpgp.program": "",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    "gpg.format": "openpgp",
}


@dataclass(frozen=True, slots=True)
class NewTag:
    """A tag that is to name a commit."""

    name: str
    commit: str
    message: str
    is_signed: bool = False


def is_tag_name(name: str) -> bool:
    """Whether a tag may be called so, on every system."""
    return bool(_NAME.fullmatch(name)) and ".." not in name and not re.search(r"\.(lock)?(/|$)", name)


def tagged(root: Path, name: str) -> str | None:
    """The commit that a tag names; None where there is no such tag."""
    answer = run_git(root, ("rev-parse", "--verify", "--quiet", f"refs/tags/{name}^{{commit}}"))
    return answer.stdout.decode("ascii", "replace").strip() or None


def make_tag(root: Path, tag: NewTag) -> None:
    """Make it; XukeError where git knows nobody to name as its author, or cannot sign."""
    settings = _signing(root) if tag.is_signed else ()
    way = "-s" if tag.is_signed else "-a"
    words = (*settings, "tag", way, "--cleanup=verbatim", "-F", "-", tag.name, tag.commit)
    answer = run_git(root, words, tag.message.encode())
    if answer.returncode:
        said = answer.stderr.decode("utf-8", "replace").strip()
        if "tell me who you are" in said or "empty ident" in said:
            raise XukeError("filings.no_identity")
        raise XukeError("cli.git_failed", path=str(root), said=said.rpartition("\n")[2])


def drop_tag(root: Path, name: str, commit: str) -> None:
    """Take back a tag, if it still names the commit that it was made for."""
    if is_tag_name(name) and tagged(root, name) == commit:
        found = run_git(root, ("rev-parse", "--verify", "--quiet", f"refs/tags/{name}")).stdout
        run_git(root, ("update-ref", "-d", f"refs/tags/{name}", found.decode("ascii").strip()))


def _signing(root: Path) -> tuple[str, ...]:
    """Program and key as the user's global configuration names them, whatever the repository says."""
    key = _global(root, "user.signingKey")
    if not key:
        raise XukeError("filings.no_key")
    found = {name: _global(root, name) or usual for name, usual in _SIGNERS.items()}
    found["gpg.openpgp.program"] = found["gpg.openpgp.program"] or found["gpg.program"]
    pairs = {**found, "user.signingKey": key}
    return tuple(word for name, value in pairs.items() for word in ("-c", f"{name}={value}"))


def _global(root: Path, name: str) -> str:
    answer = run_git(root, ("config", "--global", "--includes", "--get", name))
    return answer.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
