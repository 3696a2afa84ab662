# SPDX-License-Identifier: EUPL-1.2
"""The list of what was handed over together, for whoever fetched it to sign."""

from __future__ import annotations

from collections.abc import Iterable

from pendopo.cases import models
from pendopo.cases.composing.look import Look
from pendopo.cases.queries import CaseFile, Told, case_files
from pendopo.domain.circumstances import Actor
from pendopo.domain.wording import format_clock, format_day, localize
from pendopo.offices.models import Village
from pendopo.papers.values import Listing, Signature, Table
from pendopo.screens.listings import read_applicant
from pendopo.screens.plain_words import short_name
from pendopo.screens.signing.hand_overs import HANDED, ask_labels, numbers_of
from pendopo.screens.tracking import grouped

HEAD = ("No", "Nama", "Desa/Kelurahan", "Layanan", "Nomor", "Diterima saat mengambil")
WIDTHS = (0.6, 3.2, 2.2, 3.4, 2.6, 3)
ALIGN = "rlllll"


def handed_over(office: str, references: Iterable[str], actor: Actor) -> tuple[CaseFile, ...]:
    """Those of these files that were handed over, in the order asked for."""
    wanted = list(dict.fromkeys(references))
    rows = models.Case.objects.filter(office_id=office, reference__in=wanted)
    files = [file for file in case_files(list(rows), actor) if _handing(file)]
    return tuple(sorted(files, key=lambda file: wanted.index(file.row.reference)))


def hand_over_listing(files: tuple[CaseFile, ...], look: Look, officer: str) -> Listing:
    """The list as it is printed: upright, with both names under it."""
    villages = dict(Village.objects.filter(office_id=look.office.code).values_list("code", "name"))
    last = max((told for file in files if (told := _handing(file))), key=_when)
    return Listing(
        common=look.common("Daftar serah terima"),
        heading="DAFTAR SERAH TERIMA",
        under=(_moment(last, look),),
        table=Table(HEAD, tuple(_rows(files, villages)), WIDTHS, ALIGN),
        closing=(f"{len(files)} berkas diserahkan.",),
        signatures=(
            Signature(("Yang menerima,",), name=str(last.private.get("collector") or "")),
            Signature(("Yang menyerahkan,",), name=officer),
        ),
        landscape=False,
    )


def _rows(files: Iterable[CaseFile], villages: dict[str, str]) -> Iterable[tuple[str, ...]]:
    for number, file in enumerate(files, start=1):
        row = file.row
        name = read_applicant(file)
        yield (
            str(number),
            name or grouped(row.reference),
            villages.get(row.village, ""),
            short_name(file.standard.name),
            ", ".join(numbers_of(file)),
            ", ".join(_received(file)),
        )


def _received(file: CaseFile) -> Iterable[str]:
    told, labels = _handing(file), ask_labels(file)
    keys = told.event.data.get("received") if told else None
    return (labels.get(str(key), str(key)) for key in keys) if isinstance(keys, list) else ()


def _handing(file: CaseFile) -> Told | None:
    """The hand-over that stands; None for what was not handed over, or taken back."""
    if not file.case.ended:
        return None
    given = [told for told in file.history if told.event.name == HANDED]
    return given[-1] if given else None


def _when(told: Told) -> str:
    return told.event.happened_at.isoformat()


def _moment(told: Told, look: Look) -> str:
    at, zone = told.event.happened_at, look.office.zone
    day = format_day(localize(at, zone).date())
    return f"{day}, jam {format_clock(at, zone)}"
