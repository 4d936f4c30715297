"""A filing from its commit to the answer, and what is found when a file that was filed is touched."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

import child
import house
from books import book_of
from child import edit
from xuke.commands.program import run
from xuke.filing.papers import WANTED, PaperKind
from xuke.memo.docx import docx_texts
from xuke.words.zh import bundles as zh

FILINGS = "catalogue/lan/filings.yaml"
ITEMS = "catalogue/lan/items/fagai.yaml"
REFORM = "catalogue/lan/reform.yaml"
TAG = "filing/lan/no-01"
RESIDENT = """  - code: "5301040{number}000"
    name: 其他{number}
    type: "01"
    competent: fagai
    organ: fagai
    section: shenpi-gu
    level: county
    hall: dating
    disposition:
      state: resident
"""


@pytest.fixture
def lan(tmp_path, monkeypatch):
    """The small workspace, committed, with somebody whom git knows."""
    folder = tmp_path / "lan"
    shutil.copytree(child.SMALL, folder)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    child.git(folder, "init", "-q")
    child.git(folder, "config", "user.name", "xuke")
    child.git(folder, "config", "user.email", "xuke@example.org")
    commit(folder, "2018-12-01")
    monkeypatch.chdir(folder)
    return folder


def commit(folder, day="2019-01-01"):
    child.git(folder, "add", "-A")
    when = f"{day}T12:00:00+08:00"
    child.git(folder, "commit", "-q", "-m", day, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    return child.git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture
def said(capsys):
    """Runs a command: its exit code, what it printed and what it remarked."""

    def said(*words, code=0):
        found = run([*words, "--lang", "en"])
        captured = capsys.readouterr()
        assert found == code, captured.out + captured.err
        return captured.out + captured.err

    return said


@pytest.fixture
def told(said):
    """Runs a command for its JSON, which its schema accepts."""

    def told(*words, code=0):
        text = said("filing", *words, "--format", "json", code=code)
        value = json.loads(text[text.index("{") : text.rindex("\n}") + 2])
        schema = json.loads((house.SCHEMAS / "output" / f"filing-{words[0]}.json").read_text("utf-8"))
        Draft202012Validator(schema).validate(value)
        return value

    return told


def prepared(said, *words, file="a.zip", code=0):
    return said("filing", "prepare", "--kind", "record", "--on", house.DAY, "-o", file, *words, code=code)


def recorded(said, *words, file="a.zip", number="兰政报〔2018〕1号", code=0):
    return said("filing", "record", file, "--number", number, "--on", "2018-12-31", *words, code=code)


def parts(file):
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def altered(data, change):
    """A workbook saved again by another library after a change."""
    book = load_workbook(BytesIO(data))
    change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_bundle_holds_report_tables_papers_and_a_manifest(lan, told, said):
    Path("decision.PDF").write_bytes(b"%PDF decision")
    Path("consent").write_bytes(b"agreed")
    value = told(
        *("prepare", "--kind", "record", "-o", "a.zip", "--on", house.DAY, "--filled-on", "2018-12-30"),
        *("--attach", "consent=consent", "--attach", "decision=decision.PDF"),
    )
    found = parts("a.zip")
    assert list(found) == [
        "manifest.json",
        *(zh.REPORT, zh.BOOK, "03-附送材料/01-政府决定.PDF", "03-附送材料/02-部门同意意见"),
    ]
    manifest = json.loads(found["manifest.json"])
    assert {**value, "tool": manifest["tool"]} == manifest
    assert manifest["missing"] == ["opinion", "publication"]
    assert manifest["former"] is None
    assert manifest["commit"] == child.git(lan, "rev-parse", "HEAD").strip()
    assert {row["name"] for row in manifest["parts"]} == found.keys() - {"manifest.json"}
    assert [row["id"] for row in manifest["tables"]][-1] == "notes"
    attached = ("--attach", "consent=consent", "--attach", "decision=decision.PDF")
    assert "opinion on legality, proof of publication" in prepared(said, *attached, file="b.zip")


def test_the_report_tells_what_is_filed(lan, said):
    prepared(said, "--filled-on", "2018-12-30")
    texts = docx_texts(parts("a.zip")[zh.REPORT])
    text = "\n".join(texts)
    assert texts[0] == "关于兰县相对集中行政许可权改革事项的备案报告"
    assert "列入清单的行政许可事项4项，其中整体划转1项、部分划转1项、进驻未划转1项、暂不划转1项" in text
    assert "草案，尚未签订" in text
    assert "此前没有记载版本的报送" in text
    assert "演示数据" in text
    assert "2018年12月30日" in text
    assert zh.BOOK in text


def test_the_report_prints_numbers_as_the_tables_do(lan, said):
    head = "    service_kind: promised\n    seals:"
    edit(lan, ITEMS, head, head.replace("    seals", "    baseline: {days: 1234567.5}\n    seals"))
    # Of 32 items two move: 6.25 percent.
    rows = "".join(RESIDENT.format(number=number) for number in range(10, 38))
    (lan / ITEMS).write_text((lan / ITEMS).read_text("utf-8") + rows, "utf-8")
    commit(lan)
    prepared(said)
    text = "\n".join(docx_texts(parts("a.zip")[zh.REPORT]))
    assert "1234567.5" in text
    assert "6.3%" in text


@pytest.mark.parametrize("kind", WANTED)
def test_different_acts_have_different_papers(lan, told, kind):
    value = told("prepare", "--kind", kind, "-o", f"{kind}.zip", "--on", house.DAY)
    assert value["missing"] == list(WANTED[kind])
    texts = docx_texts(parts(f"{kind}.zip")[zh.REPORT])
    assert texts[0] == zh.TITLES[kind].format(place="兰县")
    assert zh.CLOSINGS[kind] in texts


def test_the_kind_is_that_of_the_policy_and_else_has_to_be_named(lan, said, told):
    assert "--kind" in said("filing", "prepare", "-o", "a.zip", code=2)
    edit(lan, REFORM, "policy:\n", "policy:\n  filing:\n    kind: copy\n    recipient: 州人民政府\n")
    commit(lan)
    value = told("prepare", "-o", "a.zip", "--on", house.DAY)
    assert (value["kind"], value["recipient"]) == ("copy", "州人民政府")


SCRIPT = """
import datetime, sys, time
real, shift = time.time, float(sys.argv[1])
time.time = lambda: real() + shift
import zipfile
zipfile.time.localtime = lambda *_: time.gmtime(real() + shift)
from xuke.__main__ import main
sys.argv = ["xuke", *sys.argv[2:]]
main()
"""


def test_the_same_commit_gives_the_same_bytes_elsewhere_and_another_day(lan, tmp_path):
    Path("d.pdf").write_bytes(b"%PDF")
    elsewhere = tmp_path / "elsewhere" / "deep"
    shutil.copytree(lan, elsewhere)
    made = []
    surroundings = (
        (lan, "0", {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "1", "OPENPYXL_LXML": "True"}),
        (elsewhere, "90000000", {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    )
    for folder, shift, variables in surroundings:
        words = ("filing", "prepare", "--kind", "record", "--attach", "decision=d.pdf", "-o", "made.zip")
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, shift, *words],
            cwd=folder,
            env=child.environment(**variables),
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr.decode()
        made.append((folder / "made.zip").read_bytes())
    assert made[0] == made[1]


def test_what_is_not_committed_is_not_filed(lan, said):
    edit(lan, ITEMS, "        value: 5\n", "        value: 6\n")
    assert "not committed" in prepared(said, code=1)
    assert not Path("a.zip").exists()
    prepared(said, "--at", "HEAD")
    assert "a commit" in prepared(said, "--at", "index", file="b.zip", code=2)


def test_errors_are_refused_unless_they_are_named(lan, said, told):
    edit(lan, ITEMS, "        value: 5\n", "        value: 25\n")
    commit(lan)
    text = prepared(said, code=1)
    assert "T001" in text
    name = text.rpartition("--except ")[2].strip()
    assert name == "T001:lan/item/530104001000"
    assert "none of the findings" in prepared(said, "--except", "T001:lan/item/1", code=2)
    prepared(said, "--except", name)
    assert json.loads(parts("a.zip")["manifest.json"])["exceptions"] == [name]
    assert name in "\n".join(docx_texts(parts("a.zip")[zh.REPORT]))


def test_a_cause_in_many_places_is_shown_and_accepted_once(lan, said):
    edit(lan, "catalogue/lan/halls.yaml", "  - id: dating\n", "  - id: datin\n")
    commit(lan)
    text = prepared(said, code=1)
    assert text.count(" K002 ") == 1
    prepared(said, "--except", text.rpartition("--except ")[2].strip())


@pytest.mark.parametrize(
    "words",
    [
        ("--tag", "-x"),
        ("--tag", "a..b"),
        ("--tag", "a.lock"),
        ("--tag", "a b"),
        ("--attach", "decision"),
        ("--attach", "song=a"),
        ("--filled-on", "2018-02-30"),
    ],
    ids=" ".join,
)
def test_words_that_cannot_be_meant_are_refused(lan, said, words):
    prepared(said, *words, code=2)
    assert not Path("a.zip").exists()


def test_a_paper_that_is_not_there_is_told(lan, said):
    assert "gone.pdf" in prepared(said, "--attach", "decision=gone.pdf", code=3)


def test_a_file_of_somebody_else_is_not_replaced(lan, said):
    prepared(said)
    prepared(said)
    Path("a.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    prepared(said, code=3)
    prepared(said, "--force")


def test_a_filing_is_recorded_tagged_answered_and_listed(lan, said, told):
    prepared(said)
    head = child.git(lan, "rev-parse", "HEAD").strip()
    assert "commit filings.yaml" in recorded(said, "--received", "2019-01-03")
    assert child.git(lan, "rev-parse", f"{TAG}^{{commit}}").strip() == head
    assert child.git(lan, "cat-file", "-t", TAG).strip() == "tag"
    message = child.git(lan, "tag", "-l", "--format=%(contents)", TAG)
    assert '"jurisdiction": "lan"' in message
    said("check")
    commit(lan)
    answer = ("--number", "州审改复〔2019〕2号", "--issuer", "州审改办")
    said("filing", "reply", *answer, "--on", "2019-01-20")
    assert "has the answer" in said("filing", "reply", *answer, "--on", "2019-01-20", code=1)
    said("check")
    value = told("list", "--on", "2019-01-21")
    (row,) = value["filings"]
    fields = row["fields"]
    assert row["key"] == "lan/filing/no-01"
    assert (fields["commit"], fields["tag"], fields["received"]) == (head, TAG, "2019-01-03")
    assert fields["reply"] == {"number": "州审改复〔2019〕2号", "date": "2019-01-20", "issuer": "州审改办"}
    assert value["due"] == {"within": None, "changed": None, "until": None, "left": None}
    text = said("filing", "list")
    assert "prescribes no time" in text
    assert "州审改复〔2019〕2号" in text


def test_nothing_is_recorded_twice(lan, said):
    prepared(said)
    recorded(said)
    before = (lan / FILINGS).read_bytes()
    assert "recorded already" in recorded(said, number="2", code=1)
    prepared(said, "--tag", "other", "--at", "HEAD", file="b.zip")
    assert "number" in recorded(said, file="b.zip", code=1)
    assert (lan / FILINGS).read_bytes() == before
    assert child.git(lan, "tag").split() == [TAG]


def test_what_was_not_prepared_here_is_not_recorded(lan, said):
    prepared(said)
    found = parts("a.zip")
    found[zh.REPORT] += b" "
    with zipfile.ZipFile("b.zip", "w") as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    assert "own manifest" in recorded(said, file="b.zip", code=1)
    Path("c.zip").write_bytes(b"no archive")
    assert "no bundle" in recorded(said, file="c.zip", code=1)
    recorded(said, file="gone.zip", code=3)
    assert "--number NUMBER" in said("filing", "record", "a.zip", code=2)
    assert "of lan" in recorded(said, "-j", "xx", code=2)
    assert not (lan / FILINGS).exists()


def test_a_dry_run_writes_nothing(lan, said):
    prepared(said)
    assert "lan/filing/no-01" in recorded(said, "--dry-run")
    assert not (lan / FILINGS).exists()
    assert child.git(lan, "tag") == ""


def test_without_an_author_for_the_tag_nothing_is_recorded(lan, said):
    prepared(said)
    child.git(lan, "config", "user.useConfigOnly", "true")
    child.git(lan, "config", "--unset", "user.email")
    assert "user.email" in recorded(said, code=3)
    assert not (lan / FILINGS).exists()


def test_a_signature_never_takes_its_program_from_the_repository(lan, said, tmp_path):
    spoiled = tmp_path / "spoiled"
    program = tmp_path / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch {spoiled}\nexit 1\n")
    program.chmod(0o755)
    for name in ("gpg.program", "gpg.openpgp.program", "gpg.ssh.program", "gpg.x509.program"):
        child.git(lan, "config", name, str(program))
    child.git(lan, "config", "user.signingKey", "1234")
    prepared(said)
    assert "user.signingKey" in recorded(said, "--sign", code=3)
    (tmp_path / "home" / ".gitconfig").write_text("[user]\n\tsigningKey = 1234\n")
    recorded(said, "--sign", code=3)
    assert not spoiled.exists()
    assert not (lan / FILINGS).exists()
    assert child.git(lan, "tag") == ""


def test_a_signature_is_made_by_the_users_own_program(lan, said, tmp_path):
    program = tmp_path / "sign.sh"
    program.write_text(
        "#!/bin/sh\necho '[GNUPG:] SIG_CREATED ' >&2\ncat >/dev/null\n"
        "printf -- '-----BEGIN PGP SIGNATURE-----\\nxx\\n-----END PGP SIGNATURE-----\\n'\n"
    )
    program.chmod(0o755)
    config = f"[user]\n\tsigningKey = 1234\n[gpg]\n\tprogram = {program}\n"
    (tmp_path / "home" / ".gitconfig").write_text(config)
    prepared(said)
    recorded(said, "--sign")
    assert "BEGIN PGP SIGNATURE" in child.git(lan, "cat-file", "tag", TAG)


@pytest.fixture
def filed(lan, said):
    """A filing on record and committed; the bytes of its workbook."""
    prepared(said, "--filled-on", "2018-12-30")
    recorded(said)
    commit(lan)
    return parts("a.zip")[zh.BOOK]


def verified(told, data, name="renamed.xlsx", code=1):
    Path(name).write_bytes(data)
    (found,) = told("verify", name, code=code)["files"]
    return found


def test_the_very_bytes_are_known_under_any_name(lan, filed, told, said):
    found = verified(told, filed, code=0)
    assert (found["verdict"], found["filing"], found["tag"]) == ("bytes", "lan/filing/no-01", TAG)
    assert found["part"] == zh.BOOK
    shutil.copy("a.zip", "other name.zip")
    assert told("verify", "other name.zip")["files"][0]["part"] == "a.zip"
    assert "byte for byte" in said("filing", "verify", "other name.zip")


def test_what_another_program_saved_again_has_the_same_values(lan, filed, told):
    data = altered(filed, lambda book: None)
    assert data != filed
    assert verified(told, data, code=0)["verdict"] == "values"


def test_an_altered_cell_is_found_at_its_address(lan, filed, told, said):
    def change(book):
        book["行政许可事项清单"]["C7"] = "改了名称"

    found = verified(told, altered(filed, change))
    assert found["verdict"] == "different"
    (each,) = found["differences"]
    assert (each["sign"], each["place"], each["cell"]) == ("cell", "行政许可事项清单", "C7")
    assert each["found"] == "改了名称"
    assert each["filed"] in {"政府投资项目审批", "固定资产投资项目节能审查"}
    assert '!C7: filed "' in said("filing", "verify", "renamed.xlsx", code=1)


def test_swapped_rows_are_found(lan, filed, told):
    def change(book):
        sheet = book["改革任务进展表"]
        rows = [number for number in range(1, sheet.max_row) if sheet.cell(number, 1).value in {"一", "二"}]
        for column in range(1, sheet.max_column + 1):
            above, below = (sheet.cell(row, column) for row in rows)
            above.value, below.value = below.value, above.value

    found = verified(told, altered(filed, change))
    rows = {each["cell"].lstrip("ABCDEFGHIJ") for each in found["differences"]}
    assert len(rows) == 2
    assert {each["place"] for each in found["differences"]} == {"改革任务进展表"}


def test_a_code_that_became_a_number_and_one_whose_format_changed_are_found(lan, filed, told):
    def change(book):
        sheet = book["行政许可事项清单"]
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "530104001000"]
        cells[0].number_format = "0"
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "530104002000"]
        cells[0].value, cells[0].number_format = 530104002000, "0"

    found = verified(told, altered(filed, change))
    assert [each["sign"] for each in found["differences"]] == ["format", "cell"]


def test_a_removed_and_an_added_sheet_are_found(lan, filed, told):
    def change(book):
        del book["划转事项目录"]
        book.create_sheet("另外")["A1"] = "多出"

    found = verified(told, altered(filed, change))
    signs = [(each["sign"], each["place"]) for each in found["differences"]]
    assert signs == [("sheet_missing", "划转事项目录"), ("sheet_extra", "另外")]


def test_the_register_may_move_on_and_the_filing_is_still_proved(lan, filed, told, said):
    edit(lan, ITEMS, "        value: 5\n", "        value: 4\n")
    commit(lan, "2019-02-01")
    assert verified(told, altered(filed, lambda book: None), code=0)["verdict"] == "values"
    prepared(said, file="b.zip")
    assert json.loads(parts("b.zip")["manifest.json"])["former"]["id"] == "no-01"
    text = "\n".join(docx_texts(parts("b.zip")[zh.REPORT]))
    assert "新增0项、取消或者移除0项、变更1项" in text
    recorded(said, file="b.zip", number="2")
    found = verified(told, altered(parts("b.zip")[zh.BOOK], lambda book: None), code=0)
    assert (found["filing"], found["verdict"]) == ("lan/filing/no-02", "values")


def rezipped(found):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_a_bundle_packed_again_is_the_same_and_an_altered_one_is_not(lan, filed, told):
    found = parts("a.zip")
    assert verified(told, rezipped(found), "b.zip", code=0)["verdict"] == "values"
    other = {**found, "extra.txt": b"more"}
    del other[zh.REPORT]
    other[zh.BOOK] = altered(filed, lambda book: book["行政许可事项清单"].__setitem__("C7", "改"))
    signs = [each["sign"] for each in verified(told, rezipped(other), "b.zip")["differences"]]
    assert signs == ["part_missing", "part_changed", "cell", "part_extra"]


def test_a_bundle_that_nobody_recorded_is_held_against_its_commit(lan, said, told):
    prepared(said)
    found = parts("a.zip")
    assert told("verify", "a.zip")["files"][0]["verdict"] == "bytes"
    manifest = json.loads(found["manifest.json"])
    other = altered(found[zh.BOOK], lambda book: book["行政许可事项清单"].__setitem__("C7", "改"))
    row = next(each for each in manifest["parts"] if each["name"] == zh.BOOK)
    row["sha256"] = hashlib.sha256(other).hexdigest()
    forged = {**found, zh.BOOK: other, "manifest.json": json.dumps(manifest).encode()}
    result = verified(told, rezipped(forged), "b.zip")
    assert [each["cell"] for each in result["differences"]] == ["C7"]
    manifest["commit"] = "0" * 40
    lost = {**forged, "manifest.json": json.dumps(manifest).encode()}
    assert verified(told, rezipped(lost), "b.zip")["verdict"] == "lost"


def test_what_was_never_filed_is_unknown(lan, filed, told, said):
    assert verified(told, book_of(["别的表"]))["verdict"] == "unknown"
    Path("a.txt").write_bytes(b"plain")
    assert "a.txt" in said("filing", "verify", "a.txt", code=1)
    said("filing", "verify", "gone.xlsx", code=3)


def test_a_filing_whose_commit_is_not_here_cannot_be_judged(lan, filed, told):
    text = (lan / FILINGS).read_text("utf-8")
    head = json.loads(parts("a.zip")["manifest.json"])["commit"]
    (lan / FILINGS).write_text(text.replace(head, "1" * 40), "utf-8")
    found = verified(told, altered(filed, lambda book: None))
    assert found["verdict"] == "lost"


def test_an_export_is_compared_with_any_revision(lan, said, told):
    said("export", "filing", "-o", "e.xlsx", "--table", "items", "--table", "notes")
    words = ("--at", "HEAD", "-j", "lan")
    data = altered(Path("e.xlsx").read_bytes(), lambda book: None)
    Path("f.xlsx").write_bytes(data)
    assert told("verify", "f.xlsx", *words)["files"][0]["verdict"] == "values"


def test_an_export_compares_with_the_last_filing(lan, filed, said):
    edit(lan, ITEMS, "        value: 5\n", "        value: 4\n")
    said("export", "filing", "--since", "last", "-o", "c.xlsx")
    assert "调整对照表" in load_workbook("c.xlsx").sheetnames


def test_without_a_filing_there_is_no_last_one(lan, said):
    assert "no recorded filing" in said("export", "filing", "--since", "last", "-o", "c.xlsx", code=2)


@pytest.mark.parametrize(
    ("unit", "today", "left", "words"),
    [
        ("working_day", "2019-02-11", 17, "17 working day(s) left"),
        ("working_day", "2019-03-08", -2, "2 working day(s) late"),
        ("day", "2019-02-11", 10, "10 day(s) left"),
        ("day", "2019-02-22", -1, "1 day(s) late"),
    ],
)
def test_the_days_left_run_from_the_first_change_since(lan, said, told, unit, today, left, words):
    old = "policy:\n"
    edit(lan, REFORM, old, f"policy:\n  filing:\n    within:\n      value: 20\n      unit: {unit}\n")
    commit(lan, "2018-12-02")
    prepared(said)
    recorded(said)
    commit(lan)
    assert "No item changed" in said("filing", "list", "--on", today)
    edit(lan, ITEMS, "        value: 5\n", "        value: 4\n")
    commit(lan, "2019-02-01")
    due = told("list", "--on", today)["due"]
    assert (due["changed"], due["left"]) == ("2019-02-01", left)
    assert words in said("filing", "list", "--on", today)
    for name in ("stats", "measures"):
        assert words in said(name, "--on", today)
        filing = json.loads(said(name, "--on", today, "--format", "json"))["filing"]
        assert (filing["changed"], filing["due"]) == (due["changed"], due["until"])


def test_a_change_of_the_day_of_the_filing_waits_to_be_filed(lan, said, told):
    prepared(said)
    recorded(said)
    commit(lan, "2018-12-31")
    assert told("list", "--on", "2019-01-02")["due"]["changed"] is None
    edit(lan, ITEMS, "        value: 5\n", "        value: 4\n")
    commit(lan, "2018-12-31")
    assert told("list", "--on", "2019-01-02")["due"]["changed"] == "2018-12-31"


def test_what_changed_between_the_bundle_and_the_letter_was_not_filed(lan, said, told):
    edit(lan, REFORM, "policy:\n", "policy:\n  filing:\n    within:\n      value: 5\n      unit: day\n")
    commit(lan, "2018-12-02")
    prepared(said)
    edit(lan, ITEMS, "        value: 5\n", "        value: 4\n")
    commit(lan, "2018-12-20")
    recorded(said)
    commit(lan, "2018-12-31")
    assert told("list", "--on", "2019-01-02")["due"]["changed"] == "2018-12-20"
    assert "V005" in said("check", "--on", "2019-01-02", code=1)


@pytest.mark.parametrize("name", ["0" * 40, "HEAD~1"])
def test_where_the_commit_of_a_filing_is_not_known_its_day_decides(lan, told, name):
    text = f'  - {{id: a, kind: record, on: 2018-12-31, commit: "{name}"}}\n'
    (lan / FILINGS).write_text(f"provenance: demonstration\nfilings:\n{text}", "utf-8")
    edit(lan, ITEMS, "        value: 5\n", "        value: 4\n")
    commit(lan, "2018-12-31")
    assert told("list", "--on", "2019-01-02")["due"]["changed"] is None
    edit(lan, ITEMS, "        value: 4\n", "        value: 3\n")
    commit(lan, "2019-01-01")
    assert told("list", "--on", "2019-01-02")["due"]["changed"] == "2019-01-01"


def test_an_item_that_was_taken_out_waits_to_be_filed(lan, said, told):
    prepared(said)
    recorded(said)
    text = (lan / ITEMS).read_text("utf-8")
    start = text.index('  - code: "530104003000"')
    (lan / ITEMS).write_text(text[:start], "utf-8")
    commit(lan, "2019-02-01")
    assert told("list", "--on", "2019-02-11")["due"]["changed"] == "2019-02-01"


def test_without_git_it_cannot_be_told_what_changed(lan, said):
    edit(lan, REFORM, "policy:\n", "policy:\n  filing: {within: {value: 20, unit: day}}\n")
    (lan / "catalogue" / "lan" / "filings.yaml").write_text(
        "provenance: demonstration\nfilings:\n  - {id: a, kind: record, on: 2018-09-20}\n", "utf-8"
    )
    shutil.rmtree(lan / ".git")
    for name in (["stats"], ["measures"], ["filing", "list"]):
        assert "There is no past in git" in said(*name, "--on", house.DAY)


def test_a_term_is_written_without_a_blank_before_its_end(lan, capsys):
    edit(lan, REFORM, "policy:\n", "policy:\n  filing: {within: {value: 20, unit: working_day}}\n")
    assert run(["filing", "list", "--on", "2019-02-11", "--lang", "zh-CN"]) == 0
    assert "应在 20 个工作日内报送" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("unit", "today", "words"),
    [
        ("working_day", "2019-02-11", "one made today (2019-02-11) by 2019-03-11"),
        ("day", "2019-02-11", "one made today (2019-02-11) by 2019-03-03"),
        ("working_day", "2999-01-01", "the holidays of 2999 are not known"),
    ],
)
def test_before_a_change_the_day_is_told_that_it_would_have_to_be_filed_by(lan, said, unit, today, words):
    edit(lan, REFORM, "policy:\n", f"policy:\n  filing:\n    within:\n      value: 20\n      unit: {unit}\n")
    assert words in said("filing", "list", "--on", today)


KILLED = """
import os, signal, sys
from xuke.sources import output, tags, write
kind, left = sys.argv[1], [int(sys.argv[2])]
def dying(real):
    def step(*words):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return real(*words)
    return step
ours = ((output, ("replace_file",)), (write, ("replace_file", "_end")), (tags, ("make_tag",)))
for module, names in ((os, ("fsync", "replace")),) if kind == "output" else ours:
    for name in names:
        setattr(module, name, dying(getattr(module, name)))
from xuke.__main__ import main
sys.argv = ["xuke", *sys.argv[3:]]
main()
"""


def killed(folder, kind, step, *words):
    done = subprocess.run(
        [sys.executable, "-c", KILLED, kind, str(step), *words],
        cwd=folder,
        env=child.environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, -9), done.stderr.decode()
    return done.returncode


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_record_that_is_killed_leaves_all_old_or_all_new(lan, said):
    prepared(said)
    words = ("filing", "record", "a.zip", "--number", "1", "--on", "2018-12-31")
    for step in range(20):
        code = killed(lan, "workspace", step, *words)
        # The next command that may write takes back what was left.
        said("check", "--fix")
        there = (lan / FILINGS).exists(), TAG in child.git(lan, "tag").split()
        if code == 0:
            break
        assert there == (False, False), step
    assert step > 3
    assert there == (True, True)


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_bundle_that_is_killed_leaves_the_old_one(lan, said):
    prepared(said)
    old = Path("a.zip").read_bytes()
    words = ("filing", "prepare", "--kind", "copy", "-o", "a.zip", "--on", house.DAY)
    for step in range(2):
        assert killed(lan, "output", step, *words) != 0
        assert Path("a.zip").read_bytes() == old


def test_two_that_record_at_once_are_both_kept(lan, said):
    for number in range(3):
        prepared(said, "--tag", f"t{number}", file=f"{number}.zip")
    words = [sys.executable, "-m", "xuke", "filing", "record"]
    running = [
        subprocess.Popen(
            [*words, f"{number}.zip", "--number", str(number), "--on", "2018-12-31"],
            cwd=lan,
            env=child.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number in range(3)
    ]
    said_last = [each.communicate(timeout=60)[1].decode() for each in running]
    assert [each.returncode for each in running] == [0, 0, 0], said_last
    assert (lan / FILINGS).read_text("utf-8").count("  - id: t") == 3
    assert child.git(lan, "tag").split() == ["t0", "t1", "t2"]


def test_there_is_nothing_to_answer_before_a_filing(lan, said):
    answer = ("filing", "reply", "--number", "1", "--issuer", "州", "--on", "2019-01-20")
    assert "no filing is recorded yet" in said(*answer, code=2)
    undated = "provenance: demonstration\nfilings:\n  - id: early\n    kind: record\n"
    (lan / FILINGS).write_text(undated, "utf-8", newline="\n")
    assert "have no date" in said("filing", "list")
    assert "there is no filing late" in said(*answer, "late", code=2)


def test_a_report_that_lost_a_text_is_not_made(lan, said, monkeypatch):
    monkeypatch.setattr("xuke.filing.bundle.docx_texts", lambda data: docx_texts(data)[1:])
    assert "does not hold a text" in prepared(said, code=1)
    assert not Path("a.zip").exists()


def test_what_no_paper_can_hold_is_refused_with_its_place(lan, said):
    edit(lan, ITEMS, "    name: 政府投资项目审批\n", f"    name: {'长' * 33000}\n")
    commit(lan)
    assert "33000" in prepared(said, code=3)
    assert not Path("a.zip").exists()


def test_every_paper_has_a_name():
    assert set(zh.PAPERS) == set(PaperKind)
    assert set(zh.TITLES) == set(zh.OPENINGS) == set(zh.CLOSINGS) == set(WANTED)
