# SPDX-License-Identifier: EUPL-1.2
"""Lines that belong to no case: written, set aside, corrected, delivered, given up."""

from __future__ import annotations

import json

from pendopo.cases import models
from pendopo.cases.bookshelf import contents
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.book_lines import (
    Line,
    correct_line,
    fill_line,
    note_delivery,
    set_aside,
    write_line,
)
from pendopo.cases.services.erasing import erase_line
from pendopo.cases.services.register_entries import (
    Insertion,
    cancel_line,
    carry_on_book,
    insert_number,
)
from pendopo.cases.verification import verify
from pendopo.domain.circumstances import Actor
from pendopo.offices.models import Book
from tests.cases import counter
from tests.real_offices import KESAMBEN, PANDAAN

LETTER = {
    "letter-number": "005/77/X/2026",
    "letter-date": "20-11-2026",
    "sender": "Dinas Rekaan",
    "subject": "Undangan rapat",
    "nature": "biasa",
}


def clerk(office: str = PANDAAN) -> Actor:
    return counter.officer("petugas-loket", office)


def written(answer: models.BookRow | NotRecorded | NotFound) -> models.BookRow:
    """The line, which must have been written."""
    assert isinstance(answer, models.BookRow), answer
    return answer


def places(answer: models.BookRow | NotRecorded | NotFound) -> list[str]:
    """Where something has to be mended, of an answer that must be a refusal."""
    assert isinstance(answer, NotRecorded), answer
    return [one.where for one in answer.troubles]


def incoming(**changes: str) -> models.BookRow:
    """A letter in the agenda."""
    line = Line("agenda-masuk", {**LETTER, **changes})
    return written(write_line(line=line, actor=clerk()))


def told(row: models.BookRow) -> dict[str, str]:
    return contents(row.office_id, [row.id])[row.id]


def names(row: models.BookRow) -> list[str]:
    """The events of the line's book, in their order."""
    rows = models.Event.objects.filter(stream="book", stream_key=f"{row.book}/{row.year}")
    return [one.name for one in rows.order_by("seq")]


def test_a_letter_that_belongs_to_no_service_gets_the_next_number() -> None:
    first, second = incoming(), incoming(sender="Desa Sebani")
    assert [first.number, second.number] == ["001", "002"]
    assert told(first) == {**LETTER, "letter-date": "2026-11-20"}
    assert names(first) == ["line.written", "line.written"]
    assert verify().faults == ()


def test_nothing_of_it_stands_open_in_the_database() -> None:
    row = incoming(sender="Bu Rekaan")
    kept = models.BookDetail.objects.get(id=row.id).content
    event = models.Event.objects.get(stream="book")
    private = models.EventPrivate.objects.get(id=event.id).body
    assert all("Rekaan" not in text for text in (kept, event.data, private))


def test_what_lacks_is_said_beside_its_field_and_no_number_is_used() -> None:
    line = Line("agenda-masuk", {"letter-date": "31-02-2026", "subject": "Undangan"})
    assert places(write_line(line=line, actor=clerk())) == ["letter-date", "sender"]
    assert not models.BookRow.objects.exists()


def test_only_those_who_keep_the_book_write_in_it() -> None:
    line = Line("agenda-masuk", LETTER)
    other = counter.officer("staf-trantib")
    stranger = Actor(other.office, other.officer_id, other.name, (), frozenset({"staf-trantib"}))
    assert counter.refused(write_line(line=line, actor=stranger)) == ["not-yours"]
    head = counter.officer("kasubag-umum")
    assert written(write_line(line=line, actor=head)).number == "001"


def test_a_book_that_is_read_from_hand_overs_takes_no_line() -> None:
    line = Line("buku-pengambilan", {"name": "Wati"})
    assert write_line(line=line, actor=clerk()) == NotFound()


def test_a_book_without_numbers_takes_lines_all_the_same() -> None:
    sent = {"letter-number": "005/1/2026", "addressee": "Bupati"}
    rows = [
        written(write_line(line=Line("ekspedisi", sent), actor=clerk(KESAMBEN))) for _ in range(2)
    ]
    assert [(row.number, row.urut) for row in rows] == [("", None), ("", None)]
    assert verify().faults == ()


def test_a_number_of_another_system_is_typed_and_taken_once() -> None:
    Book.objects.filter(office_id=PANDAAN, key="agenda-masuk").update(mode="external")
    line = Line("agenda-masuk", LETTER, number=" SRK-2026/77 ")
    assert written(write_line(line=line, actor=clerk())).number == "SRK-2026/77"
    assert places(write_line(line=line, actor=clerk())) == ["number"]
    assert places(write_line(line=Line("agenda-masuk", LETTER), actor=clerk())) == ["number"]
    assert verify().faults == ()


def test_a_letter_bears_the_code_that_was_typed() -> None:
    content = {"classification": "400.9", "addressee": "Dinas Sosial", "subject": "Data"}
    row = written(write_line(line=Line("agenda-keluar", content), actor=clerk()))
    assert row.number == "400.9 / 01 / 424.311 / 2026"


def test_a_number_is_set_aside_and_entered_when_the_letter_comes() -> None:
    row = written(set_aside(line=Line("agenda-keluar", {"subject": "Undangan"}), actor=clerk()))
    assert row.status == "dipesan"
    assert places(fill_line(line=row.id, content={"subject": "Undangan"}, actor=clerk())) == [
        "addressee"
    ]
    whole = {"subject": "Undangan", "addressee": "Para kepala desa"}
    assert written(fill_line(line=row.id, content=whole, actor=clerk())).status == "tercatat"
    assert told(row)["addressee"] == "Para kepala desa"
    assert names(row) == ["line.set-aside", "line.filled"]
    assert counter.refused(fill_line(line=row.id, content=whole, actor=clerk())) == ["not-reserved"]
    assert verify().faults == ()


def test_a_slip_is_corrected_and_what_stood_there_is_kept() -> None:
    row = incoming(subject="Undangan rapt")
    mended = {**LETTER, "subject": "Undangan rapat"}
    correct_line(line=row.id, content=mended, reason="Salah ketik", actor=clerk())
    assert told(row)["subject"] == "Undangan rapat"
    event = models.Event.objects.get(name="line.corrected")
    assert json.loads(event.data)["changed"] == ["subject"]
    assert models.EventPrivate.objects.filter(stream_key=event.stream_key).count() == 2
    assert verify().faults == ()


def test_a_correction_needs_its_reason_and_a_change() -> None:
    row = incoming()
    unsaid = correct_line(line=row.id, content=LETTER, reason=" ", actor=clerk())
    assert places(unsaid) == ["reason"]
    same = correct_line(line=row.id, content=LETTER, reason="Salah ketik", actor=clerk())
    assert counter.refused(same) == ["unchanged"]


def test_a_line_is_given_up_with_its_reason_and_stays() -> None:
    row = incoming()
    assert counter.refused(cancel_line(line=row.id, reason="", actor=clerk())) == ["reasons-needed"]
    assert written(cancel_line(line=row.id, reason="Dobel", actor=clerk())).status == "batal"
    again = correct_line(line=row.id, content=LETTER, reason="x", actor=clerk())
    assert counter.refused(again) == ["cancelled"]
    assert incoming().number == "002"
    assert verify().faults == ()


def test_a_line_that_a_case_holds_is_not_touched_here() -> None:
    case = counter.carried_to_the_end()
    row = models.BookRow.objects.get(case_id=case.row.id)
    assert correct_line(line=row.id, content={}, reason="x", actor=clerk()) == NotFound()


def test_a_sheet_comes_back_with_the_name_of_its_receiver() -> None:
    sent = {"letter-number": "005/1/2026", "addressee": "Bupati c.q. Bagian Umum"}
    row = written(write_line(line=Line("ekspedisi", sent), actor=clerk()))
    back = {"receiver": "Bu Sekar", "received": "23-11-2026"}
    written(note_delivery(line=row.id, content=back, actor=clerk()))
    assert told(row) == {**sent, "receiver": "Bu Sekar", "received": "2026-11-23"}
    assert verify().faults == ()


def test_a_sheet_of_a_case_is_sent_on_with_its_reference() -> None:
    reference = counter.handed_in().row.reference
    sent = {"letter-number": "005/1/2026", "addressee": "Bupati"}
    row = written(write_line(line=Line("ekspedisi", sent, reference=reference), actor=clerk()))
    assert told(row)["reference"] == reference
    unknown = Line("ekspedisi", sent, reference="PDN00000")
    assert places(write_line(line=unknown, actor=clerk())) == ["reference"]


def test_a_day_is_counted_in_one_line() -> None:
    line = Line("register-ktp", {"count": "24", "purpose": "Cetak KTP-el"}, tally=True)
    row = written(write_line(line=line, actor=clerk(KESAMBEN)))
    assert told(row) == {"count": "24", "purpose": "Cetak KTP-el"}
    nothing = Line("register-ktp", {"purpose": "Cetak"}, tally=True)
    assert places(write_line(line=nothing, actor=clerk(KESAMBEN))) == ["count"]


def test_an_inserted_line_says_what_it_is_about() -> None:
    incoming()
    wanted = Insertion("agenda-masuk", 2026, 1, "Terlewat", "camat", LETTER)
    row = written(insert_number(insertion=wanted, actor=clerk()))
    assert (row.number, told(row)["sender"]) == ("001.1", "Dinas Rekaan")
    assert verify().faults == ()


def test_a_book_goes_on_from_the_paper_one() -> None:
    head = counter.officer("kasubag-umum")
    year = carry_on_book(book="agenda-masuk", used=412, actor=head)
    assert isinstance(year, models.BookYear)
    row = incoming()
    assert row.number == "413"
    back = carry_on_book(book="agenda-masuk", used=12, actor=head)
    assert counter.refused(back) == ["no-way-back"]
    wanted = Insertion("agenda-masuk", 2026, 412, "Terlewat", "camat", LETTER)
    assert written(insert_number(insertion=wanted, actor=clerk())).number == "412.1"
    assert names(row) == ["number.carried-on", "line.written", "number.inserted"]
    assert verify().faults == ()


def test_only_who_answers_for_the_books_sets_a_number() -> None:
    other = counter.officer("petugas-loket")
    refused = carry_on_book(book="agenda-masuk", used=412, actor=other)
    assert counter.refused(refused) == ["not-yours"]


def test_what_a_line_says_can_be_erased_and_its_number_stays() -> None:
    row = incoming(subject="Undangan rapt")
    correct_line(line=row.id, content=LETTER, reason="Salah ketik", actor=clerk())
    assert isinstance(erase_line(line=row.id, reason="JRA", actor=clerk()), NotRecorded)
    head = counter.officer("kasubag-umum")
    assert written(erase_line(line=row.id, reason="JRA", actor=head)).number == "001"
    assert not models.BookDetail.objects.exists()
    (kept,) = models.EventPrivate.objects.filter(stream_key="agenda-masuk/2026")
    assert "Dinas Rekaan" not in kept.body
    assert verify().faults == ()


def test_what_was_changed_behind_our_back_is_found() -> None:
    row, other = incoming(), incoming(subject="Lain")
    swapped = models.BookDetail.objects.get(id=other.id).content
    models.BookDetail.objects.filter(id=row.id).update(content=swapped)
    models.BookRow.objects.filter(id=other.id).update(status="batal")
    models.BookYear.objects.filter(book="agenda-masuk").update(elsewhere=[[9, 12]])
    texts = [fault.text for fault in verify().faults]
    assert "Isi baris nomor 001 tidak sama dengan yang tercatat." in texts
    assert "Nomor 002 tertulis batal, tercatat tercatat." in texts
    assert "Nomor di buku lama tahun 2026 tidak sama dengan yang tercatat." in texts
