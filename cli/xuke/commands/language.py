"""Which language a run speaks, and click's own sentences in it."""

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence

import click

from xuke.words.templates import Language, templates

_NAMES = {"zh-cn": Language.ZH, "zh": Language.ZH, "zh_cn": Language.ZH, "en": Language.EN}
_WORKSPACE_FILE = ("catalogue", "xuke.yaml")
_STOP = re.compile("[.](?: |$)")
_SETTING = re.compile(rb"^language:[ \t]*(zh-CN|en)[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def named(name: str | None) -> Language | None:
    """The language that a user names; None for a name that is not ours."""
    return _NAMES.get(name.lower()) if name else None


def chosen(words: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of a run: option, variable, locale, workspace, then Chinese."""
    return (
        named(_option(words, "--lang"))
        or named(environment.get("XUKE_LANG"))
        or _of_locale(environment)
        or _of_workspace(_option(words, "-C") or ".")
        or Language.ZH
    )


def _option(words: Sequence[str], name: str) -> str | None:
    found = None
    for index, word in enumerate(words):
        if word == "--":
            break
        if word == name:
            found = words[index + 1] if index + 1 < len(words) else found
        elif word.startswith(f"{name}="):
            found = word.partition("=")[2]
    return found


def _of_locale(environment: Mapping[str, str]) -> Language | None:
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((each for each in names if each), "") or _of_windows()
    if name in {"C", "POSIX"} or name.startswith("C."):
        return None
    return {"zh": Language.ZH, "en": Language.EN}.get(name[:2].lower())


def _of_windows() -> str:
    if sys.platform != "win32":
        return ""
    import locale  # noqa: PLC0415

    return locale.getlocale()[0] or ""


def _of_workspace(folder: str) -> Language | None:
    # Help must come before the model is imported and YAML is read: one line, looked up in the text.
    try:
        here = os.path.realpath(folder)
    except FileNotFoundError:
        # The current folder was deleted.
        return None
    while not os.path.isfile(os.path.join(here, *_WORKSPACE_FILE)):
        here, below = os.path.dirname(here), here
        if here == below:
            return None
    return _of_settings(os.path.join(here, *_WORKSPACE_FILE))


def _of_settings(path: str) -> Language | None:
    try:
        with open(path, "rb") as file:
            found = _SETTING.search(file.read())
    except OSError:
        return None
    return Language(found.group(1).decode()) if found else None


def speak(language: Language) -> None:
    """Make click's own sentences those of a language; click binds gettext as ``_`` in each module."""
    known = templates("click", language)
    for module in _speaking_modules():
        vars(module)["_"] = _translator(known)
        if "ngettext" in vars(module):
            vars(module)["ngettext"] = _plural(known)


def _speaking_modules() -> Sequence[object]:
    names = (
        "core",
        "decorators",
        "exceptions",
        "formatting",
        "parser",
        "shell_completion",
        "termui",
        "types",
    )
    return [sys.modules[f"click.{name}"] for name in names if f"click.{name}" in sys.modules]


def _translator(known: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: known.get(text, text)


def _plural(known: Mapping[str, str]) -> Callable[[str, str, int], str]:
    return lambda one, many, count: known.get(one if count == 1 else many, one if count == 1 else many)


def missing(text: str) -> str:
    """The sentence of click on what is missing, which puts the full stop of English behind any language."""
    return _STOP.sub("。", text, count=1) if current() is Language.ZH else text


def current() -> Language:
    """The language of the running command."""
    context = click.get_current_context(silent=True)
    found = context.find_root().obj if context else None
    return found if isinstance(found, Language) else chosen([], os.environ)
