# SPDX-License-Identifier: EUPL-1.2
r"""Words inside a block: `*bold*`, and a backslash before a mark that is only meant as itself.

Texts of body blocks are read so; `escape` makes any value safe to put into one. An asterisk
in the middle of a word (`2*3*4`) needs no backslash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SIGNS: Final = r"\\(?P<sign>[!-/:-@\[-`{-~])"
_TOKEN: Final = re.compile(
    _SIGNS + r"|(?<![^\W_])\*(?=[^\s*])(?P<bold>(?:\\.|[^*\\])+)(?<!\s)\*(?![^\W_])", re.DOTALL
)
_SIGN: Final = re.compile(_SIGNS)
_MARKS: Final = re.compile(r"[\\*{}]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words printed in one weight."""

    text: str
    bold: bool = False


def runs(text: str) -> tuple[Run, ...]:
    """The text in its weights, with the backslashes gone. Empty text has no runs."""
    found: list[Run] = []
    light = 0
    for match in _TOKEN.finditer(text):
        if match["bold"]:
            found += [
                Run(_literal(text[light : match.start()])),
                Run(_literal(match["bold"]), True),
            ]
            light = match.end()
    found.append(Run(_literal(text[light:])))
    return tuple(run for run in found if run.text)


def plain(text: str) -> str:
    """The text as it is read aloud: without marks and backslashes."""
    return "".join(run.text for run in runs(text))


def escape(value: str) -> str:
    """`value` so written that `plain` gives it back and nothing in it is a mark."""
    return _MARKS.sub(r"\\\g<0>", value)


def _literal(text: str) -> str:
    return _SIGN.sub(r"\g<sign>", text)
