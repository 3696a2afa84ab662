# SPDX-License-Identifier: EUPL-1.2
"""The office's paper: its sheets, its letterhead, and what stands on its letters before they
are signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from pendopo.papers import values as papers

COUNTERSIGN_WAYS = ("overprint", "label")
NUMBER_WAYS = ("blank", "reserved")
SLIP_WIDTHS = ("third-f4", "a5", "roll")


@dataclass(frozen=True, slots=True)
class OfficeStationery:
    """What an office settles about its papers; lengths in millimetres.

    `above`, `name` and `below` are the lines of the letterhead, made of the office's row where
    they are empty. `preprinted`: the letterhead is on the sheet already, so high. `number`: a line
    to be filled in by hand, or the number reserved beforehand. `on_behalf`: letters that have a
    line above the signer, such as a.n. BUPATI, print it. `countersign`: onto the village's own
    sheet, at `overprint_left` and `overprint_top`, or as an adhesive label.
    """

    size: str = papers.PageSize.F4.value
    typeface: str = papers.Typeface.SANS.value
    points: int = 12
    top: int = 15
    right: int = 20
    bottom: int = 20
    left: int = 25
    preprinted: int = 0
    above: tuple[str, ...] = ()
    name: str = ""
    below: tuple[str, ...] = ()
    qr: bool = True
    number: str = "blank"
    on_behalf: bool = False
    countersign: str = "overprint"
    overprint_left: int = 110
    overprint_top: int = 200
    label_width: int = 90
    label_height: int = 60
    slip: str = "third-f4"

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> OfficeStationery:
        """From what a row keeps; words of a later release are left alone."""
        known = {f.name for f in fields(cls)}
        values = {name: value for name, value in kept.items() if name in known}
        for name in ("above", "below"):
            values[name] = tuple(values.get(name, ()))
        return cls(**values)

    def kept(self) -> dict[str, Any]:
        """What a row keeps."""
        return {**asdict(self), "above": list(self.above), "below": list(self.below)}

    @property
    def reserves(self) -> bool:
        """Whether numbers are taken before the sheet is printed."""
        return self.number == "reserved"

    def paper(self) -> papers.Stationery:
        """As papers are made on it."""
        return papers.Stationery(
            papers.PageSize(self.size),
            papers.Margins(self.top, self.right, self.bottom, self.left),
            papers.Typeface(self.typeface),
            self.points,
            self.preprinted,
        )
