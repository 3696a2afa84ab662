# SPDX-License-Identifier: EUPL-1.2
"""What a paper is made of, as plain values. Whoever composes a paper fills these in.

Every value is a frozen dataclass of strings, numbers and tuples, so that it can be kept as JSON
(`pendopo.papers.kept`) and the same value gives the same bytes. Words are as they are printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class PageSize(StrEnum):
    """Sheets that offices print on. F4 (folio) is 215 × 330 mm."""

    A4 = "a4"
    F4 = "f4"


class Typeface(StrEnum):
    """Faces for naskah dinas that we ship: Arial's and Bookman Old Style's metric kin."""

    SANS = "liberation-sans"
    BOOKMAN = "tex-gyre-bonum"


@dataclass(frozen=True, slots=True)
class Margins:
    """In millimetres."""

    top: float = 20
    right: float = 20
    bottom: float = 20
    left: float = 25


@dataclass(frozen=True, slots=True)
class Stationery:
    """The office's paper. `preprinted_mm`: the letterhead is on the sheet already, so high."""

    size: PageSize = PageSize.F4
    margins: Margins = field(default_factory=Margins)
    typeface: Typeface = Typeface.SANS
    points: float = 12
    preprinted_mm: float = 0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Kop naskah dinas. `above` are the lines over the name, e.g. PEMERINTAH KABUPATEN PASURUAN.

    `below` are address and contacts, a line each. `arms` is the region's arms (PNG, JPEG or SVG
    bytes), empty where the office keeps none.
    """

    above: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()
    arms: bytes = b""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block. `lines` are those above the space: a.n. BUPATI …, CAMAT …, u.b. …

    `heading` stands above them all (Mengetahui, Yang menerima). `signed_note` is printed in the
    space where it was signed electronically; empty leaves room for a wet signature.
    """

    lines: tuple[str, ...]
    name: str = ""
    rank: str = ""
    nip: str = ""
    heading: str = ""
    signed_note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `*words*` between asterisks are bold."""

    text: str
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of its own, centred and bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Particulars:
    """Label and value with aligned colons: Nama : WATI. One row may have a long value."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list with marks: `a.`, `1.`, `-`; the marks are printed as they are."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with a heading row. `widths` are relative; `align` one of l c r a column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    align: str = ""


Block: TypeAlias = Paragraph | Heading | Particulars | Items | Table


@dataclass(frozen=True, slots=True)
class Mark:
    """The QR of a sheet: where it leads and the words beside it."""

    url: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """Place and date above the signature, `Pandaan, 23 November 2026`; `date` may be dots."""

    place: str
    date: str


@dataclass(frozen=True, slots=True)
class Common:
    """What every sheet of an office has. `draft` prints DRAF over it; `example` CONTOH.

    `made_on` is an ISO date for the file's metadata; the same value gives the same bytes.
    `title` is the document's name in the PDF.
    """

    title: str
    stationery: Stationery
    letterhead: Letterhead | None = None
    mark: Mark | None = None
    draft: bool = False
    example: bool = False
    made_on: str = ""
    language: str = "id"


@dataclass(frozen=True, slots=True)
class Letter:
    """A titled naskah, such as a keterangan or a rekomendasi. Title and number are centred."""

    common: Common
    heading: str
    number: str
    body: tuple[Block, ...]
    dated: Dated
    signatures: tuple[Signature, ...]
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A surat dinas: number, sifat, lampiran and hal at the left, the addressee at the right."""

    common: Common
    number: str
    nature: str
    attachments: str
    subject: str
    to: tuple[str, ...]
    body: tuple[Block, ...]
    dated: Dated
    signatures: tuple[Signature, ...]
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Transmittal:
    """SURAT PENGANTAR: the table of what is sent, with the receiver's block at the left."""

    common: Common
    number: str
    to: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    dated: Dated
    signatures: tuple[Signature, ...]
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """Berita acara: a body, then several signatures side by side, then who knows of it."""

    common: Common
    heading: str
    number: str
    body: tuple[Block, ...]
    dated: Dated
    signatures: tuple[Signature, ...]
    knowing: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """A small paper for the hand: receipts, what lacks. Body blocks, then foot lines.

    `width` is `third-f4` (215 × 110 mm), `a5` or `roll` (80 mm, as long as it needs).
    `large` is the reference or number, printed big; `signatures` may be empty.
    """

    common: Common
    width: str
    heading: str
    large: str
    body: tuple[Block, ...]
    foot: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Disposition:
    """Lembar disposisi: particulars of the letter, boxes to tick, room for words and paraf."""

    common: Common
    particulars: tuple[tuple[str, str], ...]
    to: tuple[tuple[str, bool], ...]
    wishes: tuple[tuple[str, bool], ...]
    instruction: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list or a page of a book: heading, lines under it, a wide table, closing lines.

    `landscape` turns the sheet. `closing` is what stands under the table (the month-end line);
    `signatures` under that. Many rows flow over many sheets with the head repeated.
    """

    common: Common
    heading: str
    under: tuple[str, ...]
    table: Table
    closing: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class ControlSheet:
    """Lembar kontrol: which paraf and signature a letter had, one row a hand."""

    common: Common
    heading: str
    particulars: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Countersign:
    """The block that goes on somebody else's sheet: by overprint or on an adhesive label.

    Overprint: an otherwise empty page with the block at `left_mm`, `top_mm`. Label: a page of
    `width_mm` × `height_mm` of its own.
    """

    common: Common
    lines: tuple[tuple[str, str], ...]
    signature: Signature
    note: str = ""
    label: bool = False
    left_mm: float = 110
    top_mm: float = 200
    width_mm: float = 90
    height_mm: float = 60


Paper: TypeAlias = (
    Letter
    | Correspondence
    | Transmittal
    | Minutes
    | Slip
    | Disposition
    | Listing
    | ControlSheet
    | Countersign
)
