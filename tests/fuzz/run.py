"""A small mutating fuzzer: ``python tests/fuzz/run.py --seconds 3600 [TARGET...]``.

It keeps what reaches new lines of the product, prints what raised something that may not leave a room, and
writes it to a file of its own. The same seed makes the same run, as far as the clock lets it.
"""

import argparse
import io
import random
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from targets import ROOT, TARGETS

#: What breaks readers: signs of YAML, numbers at borders, odd characters, parts of archives.
WORDS = [
    b"&a ",
    b"*a",
    b"<<: ",
    b"!!x ",
    b"---\n",
    b"...\n",
    b"%YAML 1.1\n",
    b"? ",
    b": ",
    b"- ",
    b"|\n ",
    b">-\n ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"'",
    b'"',
    b"\\u0000",
    b"\\ud800",
    b"#",
    b"\t",
    b"\r",
    b"\n",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    "：".encode(),
    "\u3000".encode(),
    "\u2028".encode(),
    "\x85".encode(),
    "\u200b".encode(),
    "１".encode(),
    "〔".encode(),
    b"0139",
    b"1e999",
    b"-0",
    b"9" * 20,
    b"0.1",
    b"2018-02-30",
    b"9999-12-31",
    b"null",
    b"true",
    b"~",
    b"=",
    b"\0",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"<!DOCTYPE x>",
    b"<c r='A1'>",
    b"HEAD",
    b"@{-1}",
    b"^{commit}",
    b"..",
    b"~1",
    b"--",
]


def corpus(pattern):
    """What mutation starts from: data of the small workspace, a workbook, words."""
    if pattern == "*.yaml":
        return [file.read_bytes() for file in sorted((ROOT / "tests/workspaces/small").rglob(pattern))]
    if pattern == "*.xlsx":
        return [workbook(), "编码,名称\n0139,甲\n".encode(), "编码,名称\n0139,甲\n".encode("gb18030")]
    return [b"2018-09-25\n530104001000\n43368\nHEAD\n2018\xe5\xb9\xb49\xe6\x9c\x8825\xe6\x97\xa5\n"]


def workbook():
    """A small workbook as a department would hand it in."""
    from openpyxl import Workbook  # noqa: PLC0415

    made, stream = Workbook(), io.BytesIO()
    for row in (["编码", "名称"], ["530104001000", "甲"], [43368, None]):
        made.active.append(row)
    made.save(stream)
    return stream.getvalue()


def mutated(data, others, chance):  # noqa: C901
    """One to six changes: a part cut, doubled, moved, a bit turned, a word put in, two files crossed."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, stop = sorted(chance.randint(0, len(made)) for _ in range(2))
        stop = min(stop, at + 200)
        match chance.randrange(7):
            case 0:
                del made[at:stop]
            case 1:
                made[at:at] = made[at:stop]
            case 2 if made:
                made[min(at, len(made) - 1)] ^= 1 << chance.randrange(8)
            case 3:
                made[at:stop] = chance.choice(WORDS)
            case 4:
                made[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 1, 2, 40))
            case 5:
                other = chance.choice(others)
                start = chance.randint(0, len(other))
                made[at:at] = other[start : start + 200]
            case _ if made:
                made[at:stop] = bytes(chance.randrange(256) for _ in range(stop - at))
    return bytes(made[:60_000])


class Lines:
    """Which lines of the product a run reached."""

    def __init__(self):
        self.seen = set()
        self.new = 0

    def __enter__(self):
        self.new = 0
        self.before = sys.gettrace()
        sys.settrace(self.call)
        return self

    def __exit__(self, *_):
        # Whoever measured before us goes on.
        sys.settrace(self.before)

    def call(self, frame, _event, _value):
        return self.line if "/xuke/" in frame.f_code.co_filename else None

    def line(self, frame, _event, _value):
        place = (frame.f_code, frame.f_lineno)
        if place not in self.seen:
            self.seen.add(place)
            self.new += 1
        return self.line


def fuzz(target, seconds, seed=0, most=None):
    """Runs, inputs kept, and the failures by where they were raised."""
    chance = random.Random(f"{target.__name__}/{seed}")  # noqa: S311
    kept, lines, failures, runs = corpus(TARGETS[target]), Lines(), {}, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end and runs != most:
        data = kept[runs] if runs < len(kept) and runs < 40 else mutated(chance.choice(kept), kept, chance)
        runs += 1
        try:
            if runs % 4 and runs > 200:
                target(data)
                continue
            with lines:
                target(data)
            if lines.new and len(kept) < 400:
                kept.append(data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            failures.setdefault((type(error).__name__, place.filename, place.lineno), data)
    return runs, len(kept), failures


def main():
    """Fuzz every target that is named, for so many seconds each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("targets", nargs="*")
    given = parser.parse_args()
    failed = False
    for target in TARGETS:
        if not given.targets or target.__name__ in given.targets:
            runs, kept, failures = fuzz(target, given.seconds, given.seed)
            now = datetime.now(UTC).date()
            sys.stdout.write(
                f"{now} {target.__name__}: {runs} runs, {kept} inputs kept, {len(failures)} failures\n"
            )
            for number, (failure, data) in enumerate(failures.items()):
                file = Path(f"fuzz-{target.__name__}-{number}.bin")
                file.write_bytes(data)
                sys.stdout.write(f"  {failure}: {file}\n")
                failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
