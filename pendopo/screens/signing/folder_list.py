# SPDX-License-Identifier: EUPL-1.2
"""The list that lies on top of a folder: to be ticked with a pen, and read back from."""

from __future__ import annotations

from pendopo.cases.composing.look import Look
from pendopo.domain.wording import format_clock, format_day, localize
from pendopo.papers.values import Listing, Table
from pendopo.screens.signing.folders import FolderPage, Item

HEAD = ("No", "Nama", "Desa/Kelurahan", "Layanan", "Paraf", "Ttd", "Kembali / catatan")
ALIGN = "rlllccl"
WIDTHS = (0.6, 3.2, 2.2, 3.4, 1.2, 1.2, 3.4)
_BLANK = "……………"
_BOX = "□"


def folder_listing(page: FolderPage, look: Look) -> Listing:
    """The list of a folder as it is printed, upright, with room for a tick and a word."""
    rows = tuple(_row(number, item) for number, item in enumerate(page.items, start=1))
    return Listing(
        common=look.common(f"Map {page.folder.number}"),
        heading=f"MAP {page.title.upper()}",
        under=(f"Nomor {page.folder.number} · {_day(page, look)}",),
        table=Table(HEAD, rows, WIDTHS, ALIGN),
        closing=(f"{len(page.items)} berkas. {_times(page, look)}",),
        landscape=False,
    )


def _row(number: int, item: Item) -> tuple[str, ...]:
    told = item.text if item.result else ""
    paraf = _BOX if item.paraf else "ada" if item.initialled else "–"
    signed = "–" if item.paraf else "" if told else _BOX
    name = item.applicant or item.ref
    return (str(number), name, item.village, item.service, paraf, signed, told)


def _day(page: FolderPage, look: Look) -> str:
    at = page.folder.sent_at
    return format_day(localize(at, look.office.zone).date() if at else look.today)


def _times(page: FolderPage, look: Look) -> str:
    """`Keluar jam 09.40, kembali jam 11.20`; what is not known yet is left to the pen."""
    out, back = (
        format_clock(at, look.office.zone) if at else _BLANK
        for at in (page.folder.sent_at, page.folder.returned_at)
    )
    return f"Keluar jam {out}, kembali jam {back}"
