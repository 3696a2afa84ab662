# SPDX-License-Identifier: EUPL-1.2
"""Small papers that go with a case, composed of plain values: receipts, what lacks, routing.

Whoever has the values calls one of these; nothing here reads a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pendopo.cases.composing.look import Look
from pendopo.papers.inline import escape
from pendopo.papers.values import (
    ControlSheet,
    Items,
    Mark,
    Paragraph,
    Particulars,
    Slip,
)

Rows = tuple[tuple[str, str], ...]
LACKS = "LEMBAR KEKURANGAN"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that lacks. `may_follow`: it may come later; `said`: what was said of it."""

    label: str
    may_follow: bool = False
    said: str = ""


def particulars(rows: Iterable[tuple[str, str]]) -> Particulars:
    """Rows that say something, with every sign in them meant as itself."""
    return Particulars(tuple((label, escape(value)) for label, value in rows if value))


def receipt(look: Look, width: str, *, large: str, rows: Rows, mark: Mark | None = None) -> Slip:
    """The receipt of a file: its reference in large, what was handed in and when it is due."""
    return Slip(
        look.common("Tanda terima berkas", mark=mark),
        width,
        "TANDA TERIMA BERKAS",
        large,
        (particulars(rows),),
        look.foot,
    )


def lacks_slip(
    look: Look, width: str, *, large: str, rows: Rows, missing: Iterable[Missing], hours: str
) -> Slip:
    """What lacks, once and complete, numbered; whether it may follow, and when to come again.

    `large` is the reference, empty for a visit that became no file; `hours` the counter's.
    """
    listed = tuple((f"{n}.", _told(one)) for n, one in enumerate(missing, start=1))
    again = Paragraph(f"Bawa semuanya sekaligus. Jam loket: {escape(hours)}.", indent=False)
    return Slip(
        look.common(f"{LACKS} {large}".strip().capitalize()),
        width,
        LACKS,
        large,
        (particulars(rows), Items(listed), *((again,) if hours else ())),
        look.foot,
    )


def _told(one: Missing) -> str:
    said = f": {escape(one.said)}" if one.said else ""
    later = " (boleh menyusul)" if one.may_follow else ""
    return f"*{escape(one.label)}*{said}{later}"


def control_sheet(
    look: Look, *, title: str, rows: Rows, hands: Iterable[tuple[str, str, str]]
) -> ControlSheet:
    """Lembar kontrol: through whose hands a letter goes; what was done, and when."""
    return ControlSheet(
        look.common(f"Lembar kontrol {title}"),
        "LEMBAR KONTROL",
        tuple(row for row in rows if row[1]),
        tuple(hands),
    )
