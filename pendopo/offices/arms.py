# SPDX-License-Identifier: EUPL-1.2
"""The region's arms on the letterhead: a file of the office, made anew before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import transaction

from pendopo.base import clock
from pendopo.base.drawings import clean_picture
from pendopo.base.kept_files import read_kept, write_kept
from pendopo.base.made_anew import Unfit
from pendopo.offices.models import Office, OfficeFile

KIND = "arms"
_BESIDE = "arms-beside"
_MEDIA = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}
_EXAMPLE_NAME = "example"
_EXAMPLE = Path(__file__).with_name("example-arms.svg")


@dataclass(frozen=True, slots=True)
class Arms:
    """A picture with the name by which it is found again: its SHA-256, or that of the example."""

    name: str
    content: bytes


NO_ARMS = Arms("", b"")


def set_arms(office: str, content: bytes) -> OfficeFile | Unfit:
    """Keep a picture as the office's arms. Those before stay for the sheets that bear them."""
    clean = clean_picture(content)
    if isinstance(clean, Unfit):
        return clean
    name = write_kept(office, clean.content)
    with transaction.atomic():
        standing = OfficeFile.objects.filter(office_id=office, kind=KIND).first()
        if standing and standing.sha256 == name:
            return standing
        OfficeFile.objects.filter(office_id=office, kind=f"{KIND}-{name[:8]}").delete()
        if standing:
            standing.kind = f"{KIND}-{standing.sha256[:8]}"
            standing.save(update_fields=["kind"])
        return OfficeFile.objects.create(
            office_id=office,
            kind=KIND,
            media_type=_MEDIA[clean.kind],
            sha256=name,
            size=len(clean.content),
            created_at=clock.now(),
        )


def lay_beside(office: str, content: bytes) -> OfficeFile | Unfit:
    """Keep a picture that somebody wants to look at before it is the office's arms."""
    clean = clean_picture(content)
    if isinstance(clean, Unfit):
        return clean
    name = write_kept(office, clean.content)
    row, _ = OfficeFile.objects.update_or_create(
        office_id=office,
        kind=_BESIDE,
        defaults={
            "media_type": _MEDIA[clean.kind],
            "sha256": name,
            "size": len(clean.content),
            "created_at": clock.now(),
        },
    )
    return row


def laid_beside(office: str) -> Arms | None:
    """The picture that waits to be looked at."""
    row = OfficeFile.objects.filter(office_id=office, kind=_BESIDE).first()
    kept = read_kept(office, row.sha256) if row else None
    return Arms(row.sha256, kept) if row and kept is not None else None


def put_away(office: str) -> None:
    """Nobody wants to look at it any more."""
    OfficeFile.objects.filter(office_id=office, kind=_BESIDE).delete()


def standing_arms(office: str) -> str:
    """The name of the office's own arms; "" where it keeps none."""
    row = OfficeFile.objects.filter(office_id=office, kind=KIND).first()
    return row.sha256 if row else ""


def arms_of(office: Office) -> Arms:
    """The office's arms; a demonstration without any shows a shield that belongs to nobody."""
    row = OfficeFile.objects.filter(office_id=office.code, kind=KIND).first()
    kept = read_kept(office.code, row.sha256) if row else None
    if row and kept is not None:
        return Arms(row.sha256, kept)
    return Arms(_EXAMPLE_NAME, _example()) if office.demo else NO_ARMS


def arms_named(office: str, name: str) -> bytes:
    """The arms that a sheet was composed with; none where they are lost."""
    if name == _EXAMPLE_NAME:
        return _example()
    return (read_kept(office, name) if name else None) or b""


@cache
def _example() -> bytes:
    return _EXAMPLE.read_bytes()
