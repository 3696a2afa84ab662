# SPDX-License-Identifier: EUPL-1.2
"""Makes the virtual environment and fills it from a lock: prepare.py run|dev [folder].

Says nothing and calls no pip when nothing has changed. A set-up that was cut short, an environment
that was moved, or one whose Python is gone is made anew. Needs the standard library only.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run": ROOT / "requirements/run.txt", "dev": ROOT / "requirements/dev.txt"}
# The development lock holds the other one whole, version for version.
COVERS = {"run": ("run",), "dev": ("run", "dev")}
OLDEST = (3, 11)


class CannotPrepareError(Exception):
    """Set-up cannot go on; the message tells the operator what to do."""


class Environment:
    """A virtual environment with notes of what it was filled from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "bin" / "python"
        self.unfinished = folder / "pendopo-unfinished"

    def is_whole(self) -> bool:
        """Whether it answers, stands where it was made, and no filling of it was cut short."""
        script = self.folder / "bin" / "pip"
        if self.unfinished.exists() or not self.python.exists() or not script.exists():
            return False
        if str(self.folder) not in script.read_text(encoding="utf-8", errors="replace"):
            return False
        asks = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
        return subprocess.run([self.python, "-c", asks], capture_output=True).returncode == 0

    def make(self) -> None:
        """Create it, in place of a broken one."""
        is_ours = (self.folder / "pyvenv.cfg").exists() or self.folder == ROOT / ".venv"
        if self.folder.exists() and not is_ours:
            raise CannotPrepareError(
                f"{self.folder} sudah ada, tetapi isinya lain. Pilih folder lain dengan VENV=…"
            )
        shutil.rmtree(self.folder, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(self.folder)])

    def fill(self, note: str, key: str, *arguments: str) -> None:
        """Run `pip install` with these arguments, and note the key when it went well."""
        if self._note(note) == key:
            return
        # Left behind when the machine stops half-way; the next run then starts afresh.
        self.unfinished.touch()
        quietly = ("--disable-pip-version-check", "--no-input")
        run([str(self.python), "-m", "pip", "install", *quietly, *arguments])
        self.remember(note, key)
        self.unfinished.unlink()

    def remember(self, note: str, key: str) -> None:
        (self.folder / f"pendopo-{note}").write_text(key, encoding="ascii")

    def _note(self, note: str) -> str | None:
        path = self.folder / f"pendopo-{note}"
        return path.read_text(encoding="ascii") if path.exists() else None


def run(command: list[str]) -> None:
    if subprocess.run(command, cwd=ROOT).returncode != 0:
        raise CannotPrepareError(
            "Penyiapan belum selesai; sebabnya tertulis di atas. Periksa sambungan internet dan "
            "ruang disk, lalu jalankan perintah yang sama sekali lagi."
        )


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def prepare(environment: Environment, wanted: str) -> None:
    """Leave the environment with the wanted lock and the package itself installed."""
    if not environment.is_whole():
        check_this_python()
        print("Menyiapkan Pendopo. Ini hanya sekali dan perlu beberapa menit.", flush=True)
        environment.make()
    lock = LOCKS[wanted]
    environment.fill(wanted, fingerprint(lock), "--require-hashes", "-r", str(lock))
    for covered in COVERS[wanted]:
        environment.remember(covered, fingerprint(LOCKS[covered]))
    package = fingerprint(ROOT / "pyproject.toml")
    environment.fill("package", package, "--no-deps", "--no-build-isolation", "-e", str(ROOT))


def check_this_python() -> None:
    if sys.version_info < OLDEST:
        raise CannotPrepareError(
            "Pendopo memerlukan Python 3.11 atau lebih baru; di sini Python "
            f"{sys.version_info.major}.{sys.version_info.minor}. "
            "Kalau ada Python lain: make run PYTHON=python3.11"
        )
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise CannotPrepareError(
            "Python di komputer ini belum lengkap. Pasang dulu: apt install python3-venv"
        )


@contextmanager
def one_at_a_time(say: Callable[[str], None]) -> Iterator[None]:
    """Let two commands started together prepare one after the other."""
    handle = os.open(ROOT / "requirements", os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Penyiapan lain sedang berjalan; menunggu sampai selesai.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the virtual environment and fill it.")
    parser.add_argument("wanted", choices=sorted(LOCKS))
    parser.add_argument("folder", nargs="?", default=".venv")
    arguments = parser.parse_args()
    try:
        with one_at_a_time(print):
            prepare(Environment(ROOT / arguments.folder), arguments.wanted)
    except CannotPrepareError as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nPenyiapan dihentikan. Jalankan lagi kapan saja.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
