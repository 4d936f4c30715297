"""Reports in several formats at once, as files that may be written again."""

import shutil

import pytest
from reports import FAULTS, LATE, SUPPRESSED, report, text, value

from trees import SMALL
from xuke.commands.program import run
from xuke.report.formats import FORMATS
from xuke.words.render import Language

#: Formats that say who wrote them; what is made to be read on a screen does not.
MARKED = ("json", "sarif", "junit", "gitlab", "markdown")


@pytest.fixture(params=[False, True], ids=["clean", "late"])
def folder(request, tmp_path):
    """The small workspace, without and with an error."""
    shutil.copytree(SMALL, tmp_path / "w")
    if request.param:
        file = tmp_path / "w" / LATE[0]
        file.write_text(file.read_text("utf-8").replace(LATE[1], LATE[2]), "utf-8")
    return tmp_path / "w"


def checked(folder, names, *words):
    outputs = [word for name in names for word in ("-o", f"{name}:{folder.parent / name}")]
    return run(["check", "-C", str(folder), "--on", "2019-01-01", "--lang", "en", *outputs, *words])


def test_files_hold_what_the_screen_shows_and_are_replaced_by_the_next_run(folder, capsys):
    assert checked(folder, FORMATS) == checked(folder, MARKED)
    for name in FORMATS:
        capsys.readouterr()
        checked(folder, [], "--format", name)
        assert (folder.parent / name).read_text("utf-8") == capsys.readouterr().out, name


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_somebody_else_is_kept(folder, name, capsys):
    (folder.parent / name).write_text("[1]\n", "utf-8")
    assert checked(folder, [name]) == 3
    assert (folder.parent / name).read_text("utf-8") == "[1]\n"
    assert checked(folder, [name], "--force") in {0, 1}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_in_the_language_of_the_run(name):
    texts = {language: text(name, *FAULTS, language=language) for language in Language}
    assert ("请" in texts[Language.ZH], "请" in texts[Language.EN]) == (True, False)


def test_fingerprints_are_the_same_in_every_format():
    names = [each.fingerprint for each in report(*FAULTS).entries]
    assert len(set(names)) == len(names)
    assert [each["fingerprint"] for each in value("json", *FAULTS)["findings"]] == names
    assert [each["fingerprint"] for each in value("gitlab", *FAULTS)] == names


def test_fingerprints_do_not_depend_on_what_is_shown():
    edits = (*FAULTS, SUPPRESSED)
    few, all_ones = report(*edits), report(*edits, shows_suppressed=True)
    assert [each.fingerprint for each in all_ones.open_entries] == [each.fingerprint for each in few.entries]
    assert len(all_ones.entries) == len(few.entries) + 1
