"""An installed xuke: an editable install finds its modules so slowly that it doubles the start."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
PEERS = Path(__file__).parent / "peers"

#: What a wheel is built from; built from a copy, because a build leaves folders behind.
SOURCES = ("cli", "schemas", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")


def installed(folder: Path) -> tuple[Path, Path]:
    """The Python of a new environment, and the program in it; the libraries are those of this Python."""
    home = folder / "python"
    venv.create(home, symlinks=True)
    python = next(home / name for name in ("bin/python", "Scripts/python.exe") if (home / name).exists())
    target = Path(asked(python, "import sysconfig; print(sysconfig.get_path('purelib'))"))
    # Packages of a path named in a .pth file are found, but its own .pth files stay unread.
    folders = [each for each in sys.path if each.endswith(("site-packages", "dist-packages"))]
    (target / "libraries.pth").write_text("".join(f"{each}\n" for each in folders), "utf-8")
    build(folder / "source", target)
    return python, target / "bin" / "xuke"


def build(source: Path, target: Path) -> None:
    """Build a wheel and unpack it, compiled."""
    source.mkdir()
    for name in SOURCES:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, source / name, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
        else:
            shutil.copy(path, source / name)
    install = ("-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index")
    subprocess.run([sys.executable, *install, "--target", str(target), str(source)], check=True)


def asked(python: Path, words: str) -> str:
    """What a Python prints."""
    answer = subprocess.run([str(python), "-c", words], check=True, capture_output=True, text=True)
    return answer.stdout.strip()
