# SPDX-License-Identifier: EUPL-1.2
"""Files that come in: known by their content, and made anew so that nothing hidden stays.

Photos are drawn again without their data about place and camera. PDFs are written again with
their pages only: no scripts, attachments, forms or actions.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import warnings
from dataclasses import dataclass

import pikepdf
from django.conf import settings
from PIL import Image, ImageOps

MOST_PIXELS = 60_000_000
"""A telephone's largest photo; a picture that unfolds to more is a trap."""
LONG_EDGE = 3508
"""A sheet of A4 at 300 dots an inch; larger pictures are made smaller."""
MOST_PAGES = 300
_JPEG_QUALITY = 85

_ACTIVE = ("/JS", "/JavaScript", "/AA", "/OpenAction", "/A", "/Launch", "/EF", "/EmbeddedFiles")
_BESIDES = ("/AF", "/RichMedia", "/PieceInfo", "/Metadata", "/Annots", "/XFA")


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a file is not kept. `code`: too-big, unknown-kind, broken, no-room or unknown-file."""

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
    with warnings.catch_warnings():
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
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONG_EDGE, LONG_EDGE))
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
    try:
        with pikepdf.open(io.BytesIO(content)) as source:
            if not 1 <= len(source.pages) <= MOST_PAGES:
                return Unfit("too-big", f"PDF paling banyak {MOST_PAGES} halaman.")
            return _rewritten(source)
    except pikepdf.PasswordError:
        return Unfit("broken", "PDF ini berkata sandi. Simpan tanpa kata sandi, lalu unggah lagi.")
    except (pikepdf.PdfError, OSError, ValueError, TypeError, KeyError, RuntimeError):
        return _BROKEN


def _rewritten(source: pikepdf.Pdf) -> Clean:
    """Its pages in a new file. What a form shows is first drawn onto them."""
    with contextlib.suppress(pikepdf.PdfError, RuntimeError):
        source.generate_appearance_streams()
        source.flatten_annotations("all")
    with pikepdf.new() as made:
        made.pages.extend(source.pages)
        for item in made.objects:
            _disarm(item)
        out = io.BytesIO()
        made.save(out, deterministic_id=True)
        return Clean("pdf", out.getvalue(), len(made.pages))


def _disarm(item: pikepdf.Object) -> None:
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in (*_ACTIVE, *_BESIDES):
            if key in item:
                del item[key]
