"""LibreOffice at work: it opens a workbook, edits it as a clerk would, and saves it; by a Basic macro."""

import os
import signal
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

#: How LibreOffice calls the formats that it saves.
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}

#: Reads what is to be done from a file, a step a line.
_MACRO = """\
Sub Work(source As String, target As String, filter As String, steps As String)
  Dim book As Object, lines As Object, parts
  On Error GoTo Failed
  Dim load(0) As New com.sun.star.beans.PropertyValue
  load(0).Name = "Hidden" : load(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, load())
  lines = createUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(createUnoService("com.sun.star.ucb.SimpleFileAccess").openFileRead(steps))
  lines.setEncoding("UTF-8")
  Do While Not lines.isEOF()
    parts = Split(lines.readLine(), Chr(9))
    If UBound(parts) > 0 Then Act(book.Sheets.getByName(parts(1)), parts)
  Loop
  lines.closeInput()
  Dim save(0) As New com.sun.star.beans.PropertyValue
  save(0).Name = "FilterName" : save(0).Value = filter
  book.storeToURL(target, save())
  book.close(True)
  Exit Sub
Failed:
  Dim number As Integer
  number = FreeFile
  Open target & ".txt" For Output As #number
  Print #number, Erl & ": " & Error()
  Close #number
  If Not IsNull(book) Then book.close(True)
End Sub

Sub Act(sheet As Object, parts)
  Dim cell As Object
  Select Case parts(0)
    Case "delete"
      sheet.Rows.removeByIndex(CLng(parts(2)) - 1, 1)
    Case "insert"
      sheet.Rows.insertByIndex(CLng(parts(2)) - 1, 1)
    Case "text"
      cell = sheet.getCellRangeByName(parts(2))
      cell.String = Join(Split(parts(3), "\\n"), Chr(10))
    Case "typed"
      cell = sheet.getCellRangeByName(parts(2))
      cell.FormulaLocal = parts(3)
  End Select
End Sub
"""

_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Clerk"'
    ' script:language="StarBasic">{text}</script:module>\n'
)
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false">{text}</library:library>\n'
)
_LIBRARIES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">\n'
    '<library:libraries xmlns:library="http://openoffice.org/2000/library"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard"'
    ' library:link="false"/></library:libraries>\n'
)


def edited(folder, book, target, steps):
    """The workbook after LibreOffice did these steps and saved it; the ending of the target is its format.

    A step is ``("delete" | "insert", sheet, row)`` or ``("text" | "typed", sheet, cell, value)``: what is
    typed is taken as the program takes it, a text stays one. ``folder`` keeps the profile for the next time.
    """
    profile, script = _profile(folder), folder / "steps.txt"
    lines = ("\t".join(str(each).replace("\n", "\\n") for each in step) for step in steps)
    script.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    files = [Path(each).resolve().as_uri() for each in (book, target, script)]
    call = ",".join(f'"{each}"' for each in (*files[:2], FILTERS[Path(target).suffix[1:]], files[2]))
    _started(profile, f"macro:///Standard.Clerk.Work({call})")
    trouble = Path(f"{target}.txt")
    assert not trouble.exists(), trouble.read_text("utf-8", "replace")
    assert Path(target).exists()
    return target


def _started(profile, word):
    """Run the program to its end; what it started in turn ends with it."""
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}", word]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, start_new_session=True, **quiet) as process:
        try:
            process.wait(120)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert process.returncode == 0


def _profile(folder):
    """A profile whose own library holds the macro."""
    profile = (folder / "profile").resolve().as_uri()
    basic = folder / "profile" / "user" / "basic"
    if not basic.exists():
        # The first start makes a library of its own.
        folder.mkdir(parents=True, exist_ok=True)
        _started(profile, "--terminate_after_init")
    for kind in ("script", "dialog"):
        (basic / f"{kind}.xlc").write_text(_LIBRARIES, "utf-8")
        element = '<library:element library:name="Clerk"/>' if kind == "script" else ""
        (basic / "Standard" / f"{kind}.xlb").write_text(_LIBRARY.format(text=element), "utf-8")
    (basic / "Standard" / "Clerk.xba").write_text(_MODULE.format(text=escape(_MACRO)), "utf-8")
    return profile
