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
    Block,
    ControlSheet,
    Items,
    Mark,
    Paragraph,
    Particulars,
    Slip,
)

Rows = tuple[tuple[str, str], ...]

COMPLETE = "Proses mulai bila semuanya lengkap."
OR_FOLLOW = "Proses mulai bila semuanya lengkap atau diizinkan menyusul."


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing that lacks: in plain words, what was said of it, whether it may come later."""

    what: str
    said: str = ""
    may_follow: bool = False


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
    look: Look, width: str, *, large: str, rows: Rows, lacking: Iterable[Lacking], hours: str
) -> Slip:
    """What lacks, once and complete, numbered; whether it may follow, and when the counter is open.

    `large` is the reference, empty for a visit that became no file.
    """
    listed = tuple(lacking)
    later = any(one.may_follow for one in listed)
    body: tuple[Block, ...] = (
        particulars(rows),
        Paragraph("Yang masih perlu dilengkapi, semuanya:", indent=False),
        Items(tuple((f"{n}.", _lacking(one)) for n, one in enumerate(listed, start=1))),
        Paragraph(OR_FOLLOW if later else COMPLETE, indent=False),
    )
    foot = (f"Jam loket: {hours}.",) if hours else ()
    title = "Lembar kekurangan"
    return Slip(look.common(title), width, "YANG MASIH KURANG", large, body, (*foot, *look.foot))


def _lacking(one: Lacking) -> str:
    said = f" ({escape(one.said)})" if one.said else ""
    later = "; dapat diminta menyusul" if one.may_follow else ""
    return f"*{escape(one.what)}*{said}{later}"


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
