# SPDX-License-Identifier: EUPL-1.2
"""A counter for tests: one countersigned letter of a real office, filed and carried on.

The people are invented; the office's officers are the demonstration's.
"""

from __future__ import annotations

from datetime import date

from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.filing import Filing, file_case
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Act, Command, Deed
from pendopo.domain.events import Json
from pendopo.offices import access
from pendopo.offices.assignments import held_on
from tests.real_offices import PANDAAN

TODAY = date(2026, 11, 23)
SERVICE = "skck"
FORM: dict[str, object] = {
    "nama": "Wati Rekaan",
    "desa": "Kutorejo",
    "keperluan": "kerja",
    "tujuan": "polsek",
    "surat-desa-nomor": "470/12/2026",
    "surat-desa-tanggal": "20-11-2026",
    "nik": "9914115203850001",
    "hp": "0812 0000 0001",
}
ALL_PRESENT = ("formulir", "foto", "kk", "ktp", "ijazah", "akta-lahir")


def officer(position: str, office: str = PANDAAN) -> Actor:
    """The first who holds a position in the demonstration, with all that they hold."""
    held = held_on(office, TODAY).filter(position__key=position)[0]
    actor = access.actor_of_officer(office, held.officer_id, TODAY)
    assert actor is not None
    return actor


def handed_in(**changes: object) -> Recorded:
    """A case as the counter opens it."""
    answer = tried(**changes)
    assert isinstance(answer, Recorded), answer
    return answer


def tried(**changes: object) -> Recorded | NotRecorded | NotFound:
    """What the counter answers to a form with these changes."""
    filing = Filing(PANDAAN, SERVICE, {**FORM, **changes})
    return file_case(filing=filing, actor=officer("petugas-loket"))


def act(
    reference: str, position: str, step: str, version: int | None = None, **data: Json
) -> Recorded | NotRecorded | NotFound:
    """One step by whoever holds a position."""
    return do(reference, position, Act((Deed(step, data),)), version)


def do(
    reference: str, position: str, command: Command, version: int | None = None
) -> Recorded | NotRecorded | NotFound:
    """One command by whoever holds a position."""
    return advance(
        reference=reference, command=command, actor=officer(position), expected_version=version
    )


def waiting_for_a_paraf(**changes: object) -> str:
    """A file whose sheet goes to one hand for a paraf before it goes to another's signature."""
    event: dict[str, object] = {
        "nama": "Joko Rekaan",
        "desa": "Kutorejo",
        "keperluan": "pernikahan",
        "surat-desa-nomor": "470/13/2026",
        "surat-desa-tanggal": "20-11-2026",
        "tanggal-mulai": "23-12-2026",
        "jalan-umum": False,
        **changes,
    }
    actor = officer("petugas-loket")
    answer = done(file_case(filing=Filing(PANDAAN, "ijin-keramaian", event), actor=actor))
    said: dict[str, Json] = dict.fromkeys(answer.case.all_asks, "ada")
    done(act(answer.row.reference, "petugas-loket", "verifikasi", verdicts=said))
    return answer.row.reference


def verdicts(**others: Json) -> dict[str, Json]:
    """Everything there, but for what is said."""
    return {**dict.fromkeys(ALL_PRESENT, "ada"), **others}


def done(answer: Recorded | NotRecorded | NotFound) -> Recorded:
    """The answer, which must be that it happened."""
    assert isinstance(answer, Recorded), answer
    return answer


def refused(answer: Recorded | NotRecorded | NotFound) -> list[str]:
    """The codes of the reasons, of an answer that must be a refusal."""
    assert isinstance(answer, NotRecorded), answer
    return [reason.code for reason in answer.reasons]


def carried_to_the_end() -> Recorded:
    """A case from the form to the hand-over."""
    reference = handed_in().row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    done(act(reference, "kasi-pemerintahan", "tanda-tangan"))
    done(act(reference, "petugas-loket", "register"))
    done(act(reference, "petugas-loket", "stempel"))
    return done(
        act(reference, "petugas-loket", "serahkan", collector="Joko Rekaan", relation="keluarga")
    )
