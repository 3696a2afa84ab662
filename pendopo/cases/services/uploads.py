# SPDX-License-Identifier: EUPL-1.2
"""Files that come in: known by their content, made anew so that nothing hidden stays, kept safe.

Photos are drawn again without their data about place and camera. PDFs are written again with
their pages only: no scripts, attachments, forms or actions. The bytes stand under
`var/uploads/<office>/<sha256>`, readable by the server alone; the row comes after them.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import secrets
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pikepdf
from django.conf import settings
from django.db import transaction
from PIL import Image, ImageOps

from pendopo.base import clock
from pendopo.cases import models

MOST_PIXELS = 60_000_000
"""A telephone's largest photo; a picture that unfolds to more is a trap."""
LONG_EDGE = 3508
"""A sheet of A4 at 300 dots an inch; larger pictures are made smaller."""
MOST_PAGES = 300
_JPEG_QUALITY = 85
_A_DAY = 24 * 60 * 60

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


def keep_upload(
    *, office: str, content: bytes, by: str, ask: str = "", case_id: UUID | None = None
) -> models.Upload | Unfit:
    """Make a file anew and keep it. `by` is the key of the actor who brought it."""
    clean = cleaned(content)
    if isinstance(clean, Unfit):
        return clean
    if refused := _written(office, clean):
        return refused
    row = models.Upload.objects.create(
        office_id=office,
        case_id=case_id,
        ask=ask,
        kind=clean.kind,
        sha256=clean.sha256,
        size=len(clean.content),
        pages=clean.pages,
        created_at=clock.now(),
        created_by=by,
    )
    # The same file may just have been erased from another case: then it is written once more.
    transaction.on_commit(lambda: _written(office, clean))
    return row


@transaction.atomic
def attach_uploads(*, case: models.Case, wanted: Iterable[tuple[UUID, str]]) -> Unfit | None:
    """Join files, each with the ask that it answers, to a case. Only those that no case has."""
    for id_, ask in wanted:
        row = (
            models.Upload.objects.select_for_update()
            .filter(office_id=case.office_id, id=id_, case_id=None)
            .first()
        )
        if row is None:
            return Unfit("unknown-file", f"Berkas unggahan {id_} tidak ada atau sudah dipakai.")
        row.case_id = case.id
        row.ask = ask or row.ask
        row.save(update_fields=["case_id", "ask"])
    return None


def path_of(office: str, sha256: str) -> Path:
    """Where the bytes of an upload stand."""
    return Path(settings.MEDIA_ROOT) / office / sha256


def kept_files() -> Iterator[str]:
    """The files of all offices that rows name, each as its path under MEDIA_ROOT."""
    rows = models.Upload.objects.order_by("office_id", "sha256").distinct()
    for office, sha256 in rows.values_list("office_id", "sha256").iterator():
        yield f"{office}/{sha256}"


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


def _written(office: str, clean: Clean) -> Unfit | None:
    """Put the bytes in their place, whole or not at all."""
    place = path_of(office, clean.sha256)
    if place.exists():
        return None
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_whole(place, clean.content)
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            text = "Tempat penyimpanan di server penuh. Beri tahu petugas; berkas belum tersimpan."
            return Unfit("no-room", text)
        raise
    return None


def _write_whole(place: Path, content: bytes) -> None:
    """Beside its place first, down to the disk, and then renamed: no half file is ever seen."""
    beside = place.with_name(f".{place.name}.{secrets.token_hex(8)}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, place)
        _flush_folder(place.parent)
    finally:
        beside.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_uploads(office: str) -> int:
    """Delete the files of an office that no row knows (any more); how many there were.

    The bytes of a file stand before its row, so those of the last day are left alone.
    """
    folder = path_of(office, "x").parent
    known = set(models.Upload.objects.filter(office_id=office).values_list("sha256", flat=True))
    settled = clock.now().timestamp() - _A_DAY
    files = folder.iterdir() if folder.is_dir() else ()
    strays = [f for f in files if f.name not in known and f.stat().st_mtime < settled]
    return sum(_deleted(stray) for stray in strays)


def forget_files(office: str, names: Iterable[str]) -> int:
    """Delete these files (by SHA-256) unless a row of the office still names them; how many.

    To be called after the transaction that deleted their rows.
    """
    rows = models.Upload.objects.filter(office_id=office)
    gone = 0
    for name in sorted(set(names)):
        place = path_of(office, name)
        aside = place.with_name(f".{name}.{secrets.token_hex(8)}")
        with contextlib.suppress(FileNotFoundError):
            # Put aside before the rows are asked: whoever brings the same file meanwhile either
            # finds it missing and writes it anew, or has her row seen here.
            os.replace(place, aside)
            if rows.filter(sha256=name).exists():
                os.replace(aside, place)
            else:
                gone += _deleted(aside)
    return gone


def _deleted(file: Path) -> bool:
    """Whether it was there to be deleted."""
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    return True
