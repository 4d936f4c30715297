"""Canonical form at the prompt: what is rewritten, what is left, and that nothing is lost."""

import pytest

import house
from xuke.commands.program import run
from xuke.edit.canonical import formatted
from xuke.sources import write

SEALS = "catalogue/lan/seals.yaml"
HALLS = "catalogue/lan/halls.yaml"

LOOSE = """\
# 印章
provenance: demonstration   # 演示

seals:
- name: 甲章   # 名称
  # 谁的
  owner: shenpi
  id: 'jia'


- {id: yi, owner: fagai, name: "乙章"}   # 乙
# 完
"""

CANONICAL = """\
# 印章
provenance: demonstration  # 演示

seals:
  - id: jia
    name: 甲章  # 名称
    # 谁的
    owner: shenpi

  - id: yi  # 乙
    name: 乙章
    owner: fagai
# 完
"""


@pytest.fixture
def small(small):
    """The small workspace in canonical form."""
    assert run(["fmt", "-q", "-C", str(small)]) == 0
    return small


@pytest.fixture
def said(small, capsys):
    """Runs a command in the small workspace: what it printed, on both streams."""
    capsys.readouterr()

    def said(*words, code=0, lang="zh-CN"):
        assert run([*words, "-C", str(small), "--lang", lang]) == code
        captured = capsys.readouterr()
        return captured.out, captured.err

    return said


def put(folder, name, text):
    (folder / name).write_bytes(text.encode())


def test_a_loose_file_becomes_canonical(small, said):
    put(small, SEALS, LOOSE)
    assert said("fmt", "--check", code=1) == (f"{SEALS}\n", "写法不规范的文件：1 个；没有写入\n")
    assert (small / SEALS).read_text("utf-8") == LOOSE
    assert said("fmt", lang="en") == (f"{SEALS}\n", "Files put into canonical form: 1\n")
    assert (small / SEALS).read_text("utf-8") == CANONICAL
    assert said("fmt", "--check")[0] == ""


def test_line_ends_and_byte_order_mark_are_the_files_own(small, said):
    put(small, SEALS, "\ufeff" + LOOSE.replace("\n", "\r\n"))
    said("fmt")
    assert (small / SEALS).read_bytes() == ("\ufeff" + CANONICAL.replace("\n", "\r\n")).encode()


def test_codes_are_put_into_quotes_as_they_were_written(small, said):
    name = "catalogue/lan/items/fagai.yaml"
    text = (small / name).read_text("utf-8")
    put(small, name, text.replace('"530104001000"', "530104001000"))
    said("fmt")
    assert (small / name).read_text("utf-8") == text


def test_only_what_is_named_is_formatted(small, said, monkeypatch):
    put(small, SEALS, LOOSE)
    put(small, HALLS, "halls: []\nprovenance: demonstration\n")
    monkeypatch.chdir(small)
    assert said("fmt", HALLS)[0] == f"{HALLS}\n"
    assert said("fmt", "catalogue/lan", "--check", code=1)[0] == f"{SEALS}\n"
    assert "nothing.yaml" in said("fmt", "nothing.yaml", code=2)[1]


@pytest.mark.parametrize(
    "text",
    ["a: [\n", "a: 1\na: 2\n", "a: &x 1\n", "a: \x00\n"],
    ids=["open", "twice", "anchor", "control"],
)
def test_a_file_that_cannot_be_read_is_told_and_left(small, said, text):
    put(small, SEALS, text)
    put(small, HALLS, "halls: []\nprovenance: demonstration\n")
    out, err = said("fmt", code=1)
    assert out == f"{HALLS}\n"
    assert f"{SEALS} 有误" in err
    assert (small / SEALS).read_bytes() == text.encode()
    assert said("fmt", "--check", code=1)[0] == ""


def test_a_file_of_remarks_alone_is_canonical(small):
    for text in ("# 空\n", "", "- a\n"):
        assert formatted("a.yaml", text.encode()).new == text.encode()


def test_a_failure_at_any_file_leaves_all_as_it_was(small, monkeypatch, said):
    loose = {SEALS: LOOSE, HALLS: "halls: []\nprovenance: demonstration\n"}
    for name, text in loose.items():
        put(small, name, text)
    whole, left = write._put, [1]

    def fails(target, data):
        if not left[0]:
            raise OSError(28, "No space left on device", str(target))
        left[0] -= 1
        whole(target, data)

    monkeypatch.setattr(write, "_put", fails)
    said("fmt", code=3)
    assert {name: (small / name).read_text("utf-8") for name in loose} == loose


def test_the_reference_register_is_in_canonical_form():
    files = [*(house.ROOT / "catalogue").rglob("*.yaml"), *(house.ROOT / "memoranda").rglob("*.yaml")]
    found = (formatted(file.relative_to(house.ROOT).as_posix(), file.read_bytes()) for file in files)
    assert [each.path for each in found if each.new != each.old] == []


NESTED = """\
# head
a:
  # over b
  b: |-  # sign
    one
    two
  # over c
  c:  # on c
    - # on element
      # over x
      x: 1
    -  # on list
      - 2
      - [3, 4]  # on flow
    - [
        5, # five
        # over six
        6
      ]
    - - # empty
    - {}
    # end of c
d: {e: 1,  # on e
    f: ""} # on d
g: >-
  folded

# tail

"""

NESTED_CANONICAL = """\
# head
a:
  # over b
  b: |-  # sign
    one
    two
  # over c
  c:  # on c
    # over x
    - x: 1  # on element
    -  # on list
      - 2
      -  # on flow
        - 3
        - 4
    -
      - 5  # five
      # over six
      - 6
    -
      - null  # empty
    - {}
# end of c
d:  # on d
  e: 1  # on e
  f: ""
g: folded

# tail
"""


def test_every_comment_finds_its_place():
    assert formatted("a.yaml", NESTED.encode()).new.decode() == NESTED_CANONICAL


def test_a_comment_before_the_first_field_of_brackets_stays_at_the_head():
    found = formatted("a.yaml", b"{ # one\n  a: 1, # two\n  b: [] }\n").new
    assert found.decode() == "# one\na: 1  # two\nb: []\n"


@pytest.mark.parametrize("name", ["兰县", "兰: 县", "yes", "12", '"兰"县'])
def test_a_new_workspace_is_in_canonical_form(tmp_path, name):
    words = ("--name", name, "--division", "532325", "--no-git")
    assert run(["init", str(tmp_path), "-j", "lan", *words]) == 0
    assert run(["fmt", "--check", "-C", str(tmp_path)]) == 0
