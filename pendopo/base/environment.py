# SPDX-License-Identifier: EUPL-1.2
"""Settings read from the environment: typed, listed in one table, loud when they are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_YES = frozenset({"1", "true", "yes", "on", "ya"})
_NO = frozenset({"0", "false", "no", "off", "tidak"})
PREFIX = "PENDOPO_"
"""A variable that begins so and is in no table is a slip of the pen, and a check says so."""
_OF_TESTS = "PENDOPO_TEST_"
_CLOSE = 0.8


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: what holds without it, and its documentation."""

    name: str
    default: str
    doc_id: str
    doc_en: str


class BadSetting(ImproperlyConfigured):
    """A setting that cannot be read; says so in Indonesian and English, never with its value."""

    def __init__(self, name: str, hint_id: str, hint_en: str) -> None:
        super().__init__(f"Setelan {name} tidak dapat dipakai: {hint_id}\n({name}: {hint_en})")


class Environment:
    """The typed reading of a table of settings. Asking for an unlisted name is a KeyError."""

    def __init__(self, table: tuple[Setting, ...], values: Mapping[str, str]) -> None:
        self._defaults = {setting.name: setting.default for setting in table}
        self._values = values

    def text(self, name: str) -> str:
        """The value without spaces around it; an empty variable counts as not set."""
        default = self._defaults[name]
        return self._values.get(name, "").strip() or default

    def given(self, name: str) -> bool:
        """Whether somebody set it, rather than leaving the default."""
        return self.text(name) != self._defaults[name]

    def flag(self, name: str) -> bool:
        """1 or 0 (also ya/tidak, yes/no, true/false, on/off)."""
        word = self.text(name).lower()
        if word not in _YES | _NO:
            raise BadSetting(name, "tulis 1 untuk ya atau 0 untuk tidak.", "write 1 or 0.")
        return word in _YES

    def integer(self, name: str, least: int, most: int) -> int:
        """A whole number within these bounds, both included."""
        word = self.text(name)
        if not word.isascii() or not word.isdigit() or not least <= int(word) <= most:
            raise BadSetting(
                name,
                f"tulis bilangan bulat dari {least} sampai {most}.",
                f"write a whole number from {least} to {most}.",
            )
        return int(word)

    def hour(self, name: str) -> int | None:
        """An hour of the day, 0 to 23; None for the word tidak (or no, off)."""
        return None if self.text(name).lower() in _NO - {"0"} else self.integer(name, 0, 23)

    def choice(self, name: str, words: tuple[str, ...]) -> str:
        """One of these words, in any case."""
        word = self.text(name).upper()
        if word not in words:
            listed = ", ".join(words)
            raise BadSetting(name, f"pilih salah satu: {listed}.", f"choose one of: {listed}.")
        return word

    def path(self, name: str, root: Path) -> Path:
        """A folder; a relative one is counted from `root`, wherever the command is run."""
        return (root / Path(self.text(name)).expanduser()).resolve()

    def web_address(self, name: str) -> str:
        """A web address without a path, such as https://pendopo.example.go.id."""
        address = self.text(name).rstrip("/")
        parts = urlsplit(address)
        extra = parts.path or parts.query or parts.fragment or parts.username
        if parts.scheme not in ("http", "https") or not parts.hostname or extra:
            raise BadSetting(
                name,
                "tulis alamat lengkap tanpa jalur, misalnya https://pendopo.contoh.go.id.",
                "write a full address without a path, such as https://pendopo.example.go.id.",
            )
        return address


def strays(table: tuple[Setting, ...], values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Variables of ours that no setting reads, each with the name that was perhaps meant."""
    names = [setting.name for setting in table]
    unread = sorted(n for n in values if _is_ours(n) and n not in names)
    return tuple((name, "".join(get_close_matches(name, names, 1, _CLOSE))) for name in unread)


def _is_ours(name: str) -> bool:
    return name.startswith(PREFIX) and not name.startswith(_OF_TESTS)
