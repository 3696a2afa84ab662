# SPDX-License-Identifier: EUPL-1.2
"""Letters for tests: a case of any service of a real office, filed with the form's own example."""

from __future__ import annotations

from collections.abc import Mapping

from pendopo.cases.queries import CaseFile, case_file
from pendopo.cases.services.filing import Filing, file_case
from pendopo.cases.world import setting, world_of
from pendopo.domain.events import Json
from pendopo.domain.procedure import asks_for
from pendopo.screens.forms.examples import Desk, example_form
from pendopo.standards import versions
from tests.cases import counter
from tests.real_offices import PANDAAN

WEDDING = "dispensasi-nikah"
COUPLE = {
    "suami": {
        "nama": "Joko Rekaan",
        "bin-binti": "Karto Rekaan",
        "tempat-lahir": "Sukarekaan",
        "tanggal-lahir": "1990-07-05",
        "status": "jejaka",
        "alamat": "RT 003 RW 001 Kutorejo",
        "pekerjaan": "Petani",
    },
    "istri": {
        "nama": "Wati Rekaan",
        "bin-binti": "Darmo Rekaan",
        "tempat-lahir": "Sukarekaan",
        "tanggal-lahir": "1995-03-12",
        "status": "perawan",
        "alamat": "RT 004 RW 002 Kutorejo",
    },
}
FORM: Mapping[str, object] = {
    "nama": "Joko Rekaan",
    "desa": "Kutorejo",
    "surat-desa-nomor": "474/12/2026",
    "surat-desa-tanggal": "20-11-2026",
    "tanggal-akad": "30-11-2026",
    "tempat-akad": "rumah calon istri",
    "kua": "KUA Pandaan",
    "keperluan": "kehamilan",
    "calon": COUPLE,
}


def wedding(**changes: object) -> str:
    """A wedding letter is asked for; the reference."""
    filing = Filing(PANDAAN, WEDDING, {**FORM, **changes})
    return counter.done(
        file_case(filing=filing, actor=counter.officer("petugas-loket"))
    ).row.reference


def filed(service: str, office: str = PANDAAN) -> str:
    """A case with the form's own example; the reference."""
    standing = versions.current(office, service)
    assert standing is not None
    world = world_of(office)
    form = example_form(standing.standard, Desk(setting(world), world.calendar, world.now))
    clerk = counter.officer("petugas-loket", office)
    return counter.done(file_case(filing=Filing(office, service, form), actor=clerk)).row.reference


def file(reference: str, position: str = "petugas-loket") -> CaseFile:
    """The case as an officer sees it."""
    found = case_file(reference, counter.officer(position))
    assert found is not None
    return found


def checked(reference: str, **data: Json) -> None:
    """Everything is there, and the letter goes to be signed."""
    there = file(reference)
    verdicts: Json = {one.key: "ada" for one in asks_for(there.standard, there.values)}
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=verdicts, **data))


def signed(reference: str, position: str = "camat") -> None:
    """Signed by whoever holds a position."""
    counter.done(counter.act(reference, position, "tanda-tangan"))


def handed_over(reference: str) -> None:
    """Registered, stamped and handed over."""
    for step in ("register", "stempel"):
        counter.done(counter.act(reference, "petugas-loket", step))
    deed = {"collector": "Joko Rekaan", "relation": "sendiri"}
    counter.done(counter.act(reference, "petugas-loket", "serahkan", **deed))
