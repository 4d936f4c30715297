"""Ways in which a repository that was copied from elsewhere makes plain git run a program.

A trap plants itself in a repository; ``spring`` is a plain command of git that runs the program, where
there is one that does so in a test.
"""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from child import git

HALLS = "catalogue/lan/halls.yaml"
ATTRIBUTES = "*.yaml filter=x diff=x merge=x\n"


@dataclass(frozen=True)
class Trap:
    """Settings, hooks and files; ``{}`` stands for the program."""

    name: str
    settings: dict = field(default_factory=dict)
    hooks: tuple = ()
    attributes: bool = False
    spring: tuple = ()
    plant: object = None

    def arm(self, root, program):
        for name, value in self.settings.items():
            git(root, "config", name, value.replace("{}", str(program)))
        for name in self.hooks:
            hook = root / ".git" / "hooks" / name
            hook.parent.mkdir(exist_ok=True)
            hook.write_bytes(program.read_bytes())
            hook.chmod(0o755)
        if self.attributes:
            (root / ".git" / "info").mkdir(exist_ok=True)
            (root / ".git" / "info" / "attributes").write_text(ATTRIBUTES)
        if self.plant:
            self.plant(root, program)


def included(root, program):
    (root / ".git" / "more").write_text(f"[core]\n\tfsmonitor = {program}\n")
    git(root, "config", "include.path", "more")


def included_if(root, program):
    (root / ".git" / "more").write_text(f"[core]\n\tfsmonitor = {program}\n")
    git(root, "config", f"includeIf.gitdir:{root}/.path", "more")


def worktree_config(root, program):
    git(root, "config", "extensions.worktreeConfig", "true")
    (root / ".git" / "config.worktree").write_text(f"[core]\n\tfsmonitor = {program}\n")


def promised(root, program):
    """An object that is missing and would be fetched by a program."""
    git(root, "config", "core.repositoryFormatVersion", "1")
    git(root, "config", "extensions.partialClone", "origin")
    git(root, "config", "remote.origin.promisor", "true")
    git(root, "config", "remote.origin.url", f"ext::{program} %S")
    git(root, "config", "protocol.ext.allow", "always")
    tree = git(root, "rev-parse", "HEAD:catalogue").strip()
    file = root / ".git" / "objects" / tree[:2] / tree[2:]
    file.chmod(0o600)
    file.unlink()


def promised_by_helper(root, program):
    promised(root, program)
    git(root, "config", "remote.origin.vcs", "x")
    git(root, "config", "remote.origin.uploadpack", str(program))
    git(root, "config", "remote.origin.url", str(root / ".git"))


def embedded(root, program):
    """A bare repository among the data, with settings of its own."""
    inner = root / "catalogue" / "lan" / "items"
    git(root, "init", "-q", "--bare", str(inner / "inner.git"))
    for name in ("HEAD", "config", "objects", "refs"):
        (inner / "inner.git" / name).rename(inner / name)
    with (inner / "config").open("a") as config:
        config.write(f"[core]\n\tfsmonitor = {program}\n\tworktree = {root}\n")


def submodule(root, program):
    inner = root / ".git" / "modules" / "x"
    git(root, "init", "-q", "--bare", str(inner))
    git(inner, "config", "core.fsmonitor", str(program))
    (root / ".gitmodules").write_text('[submodule "x"]\n\tpath = x\n\turl = ./x\n\tupdate = !false\n')
    git(root, "config", "submodule.x.update", f"!{program}")


def alternates(root, program):
    other = root / ".git" / "other"
    git(root, "init", "-q", "--bare", str(other))
    git(other, "config", "core.fsmonitor", str(program))
    (root / ".git" / "objects" / "info" / "alternates").write_text(f"{other}/objects\n")
    git(root, "config", "core.alternateRefsCommand", str(program))


def signed(root, program):
    """A commit that claims to be signed."""
    git(root, "config", "gpg.program", str(program))
    git(root, "config", "log.showSignature", "true")
    text = git(root, "cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n", 1
    )
    words = ["git", "-C", str(root), "hash-object", "-t", "commit", "-w", "--stdin"]
    made = subprocess.run(words, input=text.encode(), capture_output=True, check=True).stdout.decode().strip()
    git(root, "update-ref", "refs/heads/main", made)


STATUS = ("status",)
TRAPS = (
    Trap("core.fsmonitor", {"core.fsmonitor": "{}"}, spring=STATUS),
    Trap(
        "core.fsmonitor of a hook", {"core.fsmonitor": ".git/hooks/fsmonitor"}, ("fsmonitor",), spring=STATUS
    ),
    Trap("hooks", {}, ("post-index-change", "pre-commit", "post-checkout"), spring=("checkout", "-q", "-f")),
    Trap(
        "core.hooksPath",
        {"core.hooksPath": ".git/hooks"},
        ("post-checkout",),
        spring=("checkout", "-q", "-f"),
    ),
    Trap("reference-transaction", {}, ("reference-transaction",), spring=("tag", "x")),
    Trap("diff.external", {"diff.external": "{}"}, spring=("diff",)),
    Trap("diff command", {"diff.x.command": "{}"}, attributes=True, spring=("diff",)),
    Trap("textconv", {"diff.x.textconv": "{}"}, attributes=True, spring=("diff",)),
    Trap("clean filter", {"filter.x.clean": "{}"}, attributes=True, spring=("add", ".")),
    Trap("smudge filter", {"filter.x.smudge": "{}"}, attributes=True, spring=("checkout", "-f", "--", HALLS)),
    Trap("filter process", {"filter.x.process": "{}"}, attributes=True, spring=("diff",)),
    Trap("merge driver", {"merge.x.driver": "{}", "mergetool.x.cmd": "{}"}, attributes=True),
    Trap("include.path", plant=included, spring=STATUS),
    Trap("includeIf", plant=included_if),
    Trap("config.worktree", plant=worktree_config, spring=STATUS),
    Trap("promisor remote", plant=promised, spring=("cat-file", "-p", "HEAD:catalogue")),
    Trap("promisor with a helper", plant=promised_by_helper),
    Trap("embedded bare repository", plant=embedded),
    Trap("submodule", plant=submodule),
    Trap("alternates", plant=alternates),
    Trap("gpg.program", plant=signed, spring=("log", "-1")),
    Trap("gpg.ssh.program", {"gpg.ssh.program": "{}", "gpg.format": "ssh", "commit.gpgSign": "true"}),
    Trap(
        "core.sshCommand",
        {"core.sshCommand": "{}", "remote.origin.url": "ssh://x/y"},
        spring=("ls-remote", "origin"),
    ),
    Trap(
        "core.gitProxy",
        {"core.gitProxy": "{}", "remote.origin.url": "git://x/y"},
        spring=("ls-remote", "origin"),
    ),
    Trap("credential.helper", {"credential.helper": "!{}", "core.askPass": "{}"}),
    Trap("pager", {"core.pager": "{}", "pager.log": "{}", "pager.rev-list": "{}"}),
    Trap("editor", {"core.editor": "{}", "sequence.editor": "{}"}, spring=("commit", "--allow-empty")),
    Trap(
        "aliases",
        {"alias.rev-parse": "!{}", "alias.ls-tree": "!{}", "alias.fsck": "!{}", "alias.xx": "!{}"},
        spring=("xx",),
    ),
    Trap(
        "uploadpack",
        {"remote.origin.uploadpack": "{}", "remote.origin.url": "."},
        spring=("ls-remote", "origin"),
    ),
    Trap("receivepack", {"remote.origin.receivepack": "{}", "uploadpack.packObjectsHook": "{}"}),
)


def program_at(folder):
    """The program, and the file that it leaves when it ran."""
    canary, program = Path(folder) / "canary", Path(folder) / "program"
    program.write_text(f"#!/bin/sh\necho run >> '{canary}'\ncat >/dev/null 2>&1 </dev/null\nexit 0\n")
    program.chmod(0o755)
    return program, canary
