# SPDX-License-Identifier: EUPL-1.2
"""Letters that are put into somebody's hands, noted there, and done."""

from __future__ import annotations

from uuid import UUID

import pytest

from pendopo.cases import models
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.book_lines import Line, write_line
from pendopo.cases.services.dispositions import (
    Charge,
    Given,
    dispose,
    finish_disposition,
    note_disposition,
)
from pendopo.cases.services.filing import Filing, file_case
from pendopo.cases.verification import verify
from tests.cases import counter
from tests.real_offices import PANDAAN

EVENT = {
    "nama": "Dinas Rekaan",
    "materi": "Gizi anak",
    "maksud": "Penyuluhan",
    "tanggal-kegiatan": "14-12-2026",
    "tempat": "Pendopo",
    "peserta": "40",
    "narahubung": "Joko Rekaan",
    "hp": "0812 0000 0002",
    "surat-nomor": "440/9/2026",
    "surat-tanggal": "18-11-2026",
    "kebutuhan": "Tempat",
}


@pytest.fixture
def letter() -> models.BookRow:
    """A letter that belongs to no case."""
    content = {"sender": "Dinas Rekaan", "subject": "Undangan rapat"}
    row = write_line(line=Line("agenda-masuk", content), actor=counter.officer("petugas-loket"))
    assert isinstance(row, models.BookRow)
    return row


def given(answer: Given | NotRecorded | NotFound) -> Given:
    assert isinstance(answer, tuple), answer
    return answer


def charged(line: UUID, by: str = "camat", **more: object) -> Given | NotRecorded | NotFound:
    charge = Charge(line, ("kasi-trantib", "kasi-kesos"), instruction="Hadiri", **more)  # type: ignore[arg-type]
    return dispose(charge=charge, actor=counter.officer(by))


def test_a_letter_goes_to_each_position_that_was_named(letter: models.BookRow) -> None:
    rows = given(charged(letter.id))
    assert [row.position for row in rows] == ["kasi-trantib", "kasi-kesos"]
    assert {row.given_by for row in rows} == {"camat"}
    event = models.Event.objects.get(name="disposition.given")
    body = models.EventPrivate.objects.get(id=event.id).body
    assert "Hadiri" not in event.data + body
    assert verify().faults == ()


def test_its_receiver_notes_it_and_has_it_done(letter: models.BookRow) -> None:
    row = given(charged(letter.id))[0]
    head = counter.officer("kasi-trantib")
    noted = note_disposition(disposition=row.id, actor=head)
    assert isinstance(noted, models.Disposition) and noted.noted_at and not noted.done_at
    done = finish_disposition(disposition=row.id, result="Sudah dihadiri", actor=head)
    assert isinstance(done, models.Disposition) and done.done_at
    assert verify().faults == ()


def test_nobody_else_notes_it(letter: models.BookRow) -> None:
    row = given(charged(letter.id))[0]
    assert note_disposition(disposition=row.id, actor=counter.officer("kasi-pmd")) == NotFound()


def test_the_counter_types_what_the_head_wrote(letter: models.BookRow) -> None:
    unnamed = charged(letter.id, by="petugas-loket")
    assert isinstance(unnamed, NotRecorded)
    assert [one.where for one in unnamed.troubles] == ["given_by"]
    rows = given(charged(letter.id, by="petugas-loket", given_by="camat"))
    assert rows[0].given_by == "camat"
    assert '"recorded_for":"camat"' in models.Event.objects.get(name="disposition.given").data


def test_who_neither_leads_nor_keeps_the_agenda_disposes_of_nothing(
    letter: models.BookRow,
) -> None:
    assert counter.refused(charged(letter.id, by="kasi-pmd", given_by="camat")) == ["not-yours"]  # type: ignore[arg-type]


def test_an_empty_disposition_is_refused(letter: models.BookRow) -> None:
    empty = dispose(charge=Charge(letter.id, ()), actor=counter.officer("camat"))
    assert isinstance(empty, NotRecorded)
    assert [one.where for one in empty.troubles] == ["to", "instruction"]


def test_a_case_that_waits_for_a_disposition_goes_on_with_it() -> None:
    filed = file_case(
        filing=Filing(PANDAAN, "sosialisasi", EVENT), actor=counter.officer("petugas-loket")
    )
    reference = counter.done(filed).row.reference
    counter.done(counter.act(reference, "petugas-loket", "terima"))
    asks = dict.fromkeys(counter.done(filed).case.asks, "ada")
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=dict(asks)))
    counter.done(
        counter.act(
            reference, "sekretaris-camat", "analisis", outcome="disetujui", reasons="Bermanfaat"
        )
    )
    line = models.BookRow.objects.get(book="agenda-masuk")
    unsaid = charged(line.id, by="sekretaris-camat")
    assert isinstance(unsaid, NotRecorded)
    assert [one.where for one in unsaid.troubles] == ["outcome"]
    assert not models.Disposition.objects.exists()
    given(charged(line.id, by="sekretaris-camat", outcome="tanpa-surat"))
    case = models.Case.objects.get(reference=reference)
    assert (case.state, case.forwarded_to) == ("balas", "kasi-trantib")
    assert models.Disposition.objects.count() == 2
    assert verify().faults == ()
