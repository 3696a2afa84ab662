# SPDX-License-Identifier: EUPL-1.2
"""Files that come in: known by their content, and made anew so that nothing hidden stays.

Photos are drawn again without their data about place and camera. PDFs are written again with
their pages only, by a process apart (`pdf_bounded`): no scripts, attachments, forms or actions.
"""

from __future__ import annotations

import hashlib
import io
import os
import threading
import warnings
from dataclasses import dataclass

from django.conf import settings
from PIL import Image, ImageOps

from pendopo.base.pdf_alone import MOST_PAGES
from pendopo.base.pdf_bounded import pdf_made_anew

MOST_PIXELS = 60_000_000
"""A telephone's largest photo; a picture that unfolds to more is a trap."""
LONG_EDGE = 3508
"""A sheet of A4 at 300 dots an inch; larger pictures are made smaller."""
_JPEG_QUALITY = 85
_turn = threading.Lock()
"""A picture unfolds to 240 MB, and anybody may send several at once: one after the other."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a file is not kept. `code`: too-big, too-many, unknown-kind, broken, no-room, …"""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Clean:
    """A file made anew. `kind` is jpeg, png or pdf."""

    kind: str
    content: bytes
    pages: int = 1

    @property
    def sha256(self) -> str:
        """The name under which it is kept."""
        return hashlib.sha256(self.content).hexdigest()


def cleaned(content: bytes) -> Clean | Unfit:
    """The file made anew, by what it really is."""
    if len(content) > settings.PENDOPO_UPLOAD_MAX:
        most = settings.PENDOPO_UPLOAD_MAX // 1_000_000
        return Unfit("too-big", f"Berkas lebih besar dari {most} MB. Perkecil atau foto ulang.")
    if content.startswith(b"%PDF-"):
        return _clean_pdf(content)
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or _is_webp(content):
        return _clean_image(content)
    return Unfit("unknown-kind", "Hanya foto (JPEG, PNG, WebP) atau PDF yang dapat diunggah.")


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


_BROKEN = Unfit("broken", "Berkas ini rusak atau tidak lengkap. Simpan ulang atau foto ulang.")


def _clean_image(content: bytes) -> Clean | Unfit:
    with _turn, warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return Unfit("too-big", "Gambar ini terlalu besar ukurannya; foto ulang.")
                return _redrawn(picture)
        except Image.DecompressionBombError:
            return Unfit("too-big", "Gambar ini terlalu besar ukurannya; foto ulang.")
        except (OSError, SyntaxError, ValueError, MemoryError):
            return _BROKEN


def _redrawn(picture: Image.Image) -> Clean:
    """The picture upright, on a new sheet that carries no data about place, camera or author."""
    as_png = picture.format == "PNG"
    picture.draft("RGB", (LONG_EDGE, LONG_EDGE))
    picture.thumbnail((LONG_EDGE, LONG_EDGE))  # first: to turn a picture is to hold it twice
    upright = ImageOps.exif_transpose(picture)
    sheet = Image.new("RGB", upright.size, "white")
    drawn = upright.convert("RGBA")
    sheet.paste(drawn, mask=drawn.getchannel("A"))
    out = io.BytesIO()
    if as_png:
        sheet.save(out, "PNG", optimize=True)
        return Clean("png", out.getvalue())
    sheet.save(out, "JPEG", quality=_JPEG_QUALITY)
    return Clean("jpeg", out.getvalue())


def _clean_pdf(content: bytes) -> Clean | Unfit:
    made = pdf_made_anew(content)
    match made.fault:
        case "":
            return Clean("pdf", made.content, made.pages)
        case "pages":
            return Unfit("too-big", f"PDF paling banyak {MOST_PAGES} halaman.")
        case "password":
            text = "PDF ini berkata sandi. Simpan tanpa kata sandi, lalu unggah lagi."
            return Unfit("broken", text)
        case _:
            return _BROKEN


def _after_a_fork() -> None:
    """A lock may be held by nobody here."""
    global _turn
    _turn = threading.Lock()


os.register_at_fork(after_in_child=_after_a_fork)
