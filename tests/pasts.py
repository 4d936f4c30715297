"""Repositories with any history, made in one run of git: commits, branches, merges."""

import subprocess
from datetime import date, timedelta

from child import git

ITEM = "530104001000"
FIRST = date(2018, 1, 1)
SETTINGS = {"catalogue/xuke.yaml": "format: 1\nlanguage: zh-CN\ndefault_jurisdiction: lan\n"}


def item(code, name="甲", *, days=9, more="", replaces=()):
    """One item as it stands in a file."""
    lines = [f'  - code: "{code}"', f"    name: {name}", "    competent: fagai"]
    lines += ["    limit:", "      promised:", f"        value: {days}", "        unit: working_day"]
    lines += ["    replaces:"] if replaces else []
    for old, how in replaces:
        lines += [f'      - code: "{old}"', f"        kind: {how}"]
    return "\n".join(lines) + "\n" + more


def items(*texts):
    """A file of items."""
    return "provenance: demonstration\nitems:\n" + "".join(texts)


class Making:
    """Commits, each with all of its files; marks name them, the last one made is checked out."""

    def __init__(self, folder):
        self.folder = folder
        self.stream = []
        self.count = 0

    def commit(self, files, *parents, subject="", author="张三", day=None):
        """Add a commit with exactly these files; its mark."""
        self.count += 1
        when = f"{author} <a@example.org> {self._seconds(day)} +0800"
        subject = (subject or f"change {self.count}").encode()
        head = f"commit refs/heads/m{self.count}\nmark :{self.count}\nauthor {when}\ncommitter {when}\n"
        self.stream += [head.encode(), b"data %d\n" % len(subject), subject, b"\n"]
        before = parents or ((self.count - 1,) if self.count > 1 else ())
        for word, mark in zip(["from", *["merge"] * len(before)], before, strict=False):
            self.stream.append(f"{word} :{mark}\n".encode())
        self.stream.append(b"deleteall\n")
        for path, text in {**SETTINGS, **files}.items():
            data = text.encode()
            self.stream += [f"M 100644 inline {path}\ndata {len(data)}\n".encode(), data, b"\n"]
        return self.count

    def _seconds(self, day):
        then = day or FIRST + timedelta(days=self.count)
        return (then - date(1970, 1, 1)).days * 86400 + 4 * 3600

    def made(self):
        """The repository, its last commit checked out."""
        git(self.folder, "init", "-q", ".")
        words = ["git", "-C", str(self.folder), "fast-import", "--quiet"]
        subprocess.run(words, input=b"".join(self.stream), check=True, capture_output=True)
        git(self.folder, "checkout", "-q", "-B", "main", f"m{self.count}")
        return self.folder
