# SPDX-License-Identifier: EUPL-1.2
"""Words for citizens in which nobody of the office is named, not even by position.

What a case waits for is the office's to answer, and nobody's to press for. Standards print whom
a step is for in its title, in conditions and in what stops the clock; here it reads "petugas".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pendopo.screens.words import Words
from pendopo.standards import national

SOMEBODY = "petugas"
_AGAIN = re.compile(rf"\b({SOMEBODY})(?:(?:,| atau| dan) {SOMEBODY})+\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Texts as a citizen reads them. `titles` are what roles and positions are called."""

    titles: re.Pattern[str]

    def of(self, text: str) -> str:
        """The text with every title of the office in it read as somebody of the office."""
        return _AGAIN.sub(r"\1", self.titles.sub(_as_written, text))


def unnamed(words: Words, outside: Iterable[str]) -> Unnamed:
    """For one office: the titles of the nation's roles and of its own positions. One query."""
    named = {*words.positions.values(), *(key.replace("-", " ") for key in words.positions)}
    named |= office_titles(outside)
    longest = sorted((one for one in named if one.lower() not in ("", SOMEBODY)), key=len)[::-1]
    return Unnamed(re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE))


def office_titles(outside: Iterable[str]) -> frozenset[str]:
    """What the roles of an office are called: titles, other printed names, and their keys."""
    others = frozenset(outside)
    return frozenset(
        name
        for key, role in national.roles().items()
        if key not in others
        for name in (role.title, key.replace("-", " "), *role.aliases)
    )


def _as_written(match: re.Match[str]) -> str:
    return SOMEBODY.capitalize() if match[0][:1].isupper() and match.start() == 0 else SOMEBODY
