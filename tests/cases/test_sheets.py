# SPDX-License-Identifier: EUPL-1.2
"""What was put on paper is kept as it was, and what was issued is kept as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from pendopo.base.kept_files import path_of, sha256_of
from pendopo.cases import models
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.erasing import erase_case
from pendopo.cases.services.kept_files import kept_files
from pendopo.cases.services.sheets import file_of, open_sheet, printed
from pendopo.cases.verification import verify
from pendopo.domain.commands import Amend, Correct, Reword
from pendopo.papers.values import Letter, Paragraph
from tests.cases import counter, letters
from tests.real_offices import PANDAAN


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


def sheets() -> list[models.PaperSheet]:
    """All kept sheets in their order."""
    return list(models.PaperSheet.objects.order_by("number"))


def stages() -> list[str]:
    """Their stages."""
    return [row.stage for row in sheets()]


def last() -> Letter:
    """The newest sheet, opened."""
    paper = open_sheet(sheets()[-1]).paper
    assert isinstance(paper, Letter)
    return paper


def issued(callbacks: DjangoCaptureOnCommitCallbacks) -> str:
    """A letter from the form to the hand-over, with what happens after the commit."""
    reference = letters.wedding()
    letters.checked(reference)
    letters.signed(reference)
    with callbacks(execute=True):
        letters.handed_over(reference)
    return reference


def test_each_change_of_the_sheet_is_kept_and_numbered() -> None:
    reference = letters.wedding()
    assert stages() == []
    letters.checked(reference)
    letters.signed(reference)
    counter.done(counter.act(reference, "petugas-loket", "register"))
    counter.done(counter.act(reference, "petugas-loket", "stempel"))
    assert stages() == ["naskah", "naskah", "naskah"]
    assert [row.number for row in sheets()] == [1, 2, 3]
    numbers = [open_sheet(row).paper.number for row in sheets()]  # type: ignore[union-attr]
    assert numbers[:2] == ["400.12.3.2 / …… / 424.311 / 2026"] * 2
    assert numbers[2] == "400.12.3.2 / 01 / 424.311 / 2026"


def test_what_lies_at_rest_says_nothing_of_anybody() -> None:
    letters.checked(letters.wedding())
    (row,) = sheets()
    assert "Rekaan" not in row.content and "REKAAN" not in row.content


def test_what_was_issued_is_kept_as_a_file_after_the_commit(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    issued(django_capture_on_commit_callbacks)
    row = sheets()[-1]
    assert (row.stage, row.edited) == ("terbitan", False)
    kept = path_of(PANDAAN, row.sha256).read_bytes()
    assert kept.startswith(b"%PDF-") and len(kept) == row.size
    assert list(kept_files()) == [f"{PANDAAN}/{row.sha256}"]


def test_a_file_that_a_power_cut_prevented_is_made_at_the_next_look() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    letters.signed(reference)
    letters.handed_over(reference)
    row = sheets()[-1]
    assert (row.stage, row.sha256) == ("terbitan", "")
    content = file_of(row)
    row.refresh_from_db()
    assert row.sha256 == sha256_of(content)


def test_the_same_sheet_gives_the_same_file_again(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    issued(django_capture_on_commit_callbacks)
    row = sheets()[-1]
    path_of(PANDAAN, row.sha256).unlink()
    assert sha256_of(file_of(row)) == row.sha256


def test_a_corrected_letter_is_issued_once_more(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    reference = issued(django_capture_on_commit_callbacks)
    mended = {**letters.file(reference).values, "kua": "KUA Gempol"}
    with django_capture_on_commit_callbacks(execute=True):
        counter.done(counter.do(reference, "petugas-loket", Correct(mended, "Salah KUA.")))
    before, after = sheets()[-2:]
    assert (before.stage, after.stage) == ("terbitan", "terbitan")
    assert before.sha256 != after.sha256
    assert path_of(PANDAAN, before.sha256).exists()


def test_other_words_make_another_sheet_and_leave_their_trace() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    words = "Diberikan dispensasi kepada *{calon.istri.nama|besar}*."
    counter.done(counter.do(reference, "petugas-loket", Reword("surat", words)))
    row = sheets()[-1]
    assert (row.edited, row.number) == (True, 2)
    assert row.created_by == counter.officer("petugas-loket").key
    assert last().body == (Paragraph("Diberikan dispensasi kepada *WATI REKAAN*."),)


def test_what_is_amended_is_said_in_the_changed_words_too() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    counter.done(counter.do(reference, "petugas-loket", Reword("surat", "Kepada {kua}.")))
    mended = {**letters.file(reference).values, "kua": "KUA Gempol"}
    counter.done(counter.do(reference, "petugas-loket", Amend(mended)))
    assert last().body == (Paragraph("Kepada KUA Gempol."),)


def test_words_can_be_taken_back() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    before = last()
    counter.done(counter.do(reference, "petugas-loket", Reword("surat", "Lain.")))
    counter.done(counter.do(reference, "petugas-loket", Reword("surat", "")))
    assert last() == before
    assert [row.edited for row in sheets()] == [False, True, False]


def test_an_unknown_placeholder_is_named_and_nothing_is_changed() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    answer = counter.do(reference, "petugas-loket", Reword("surat", "Kepada\n{kuwa}."))
    assert isinstance(answer, NotRecorded)
    (trouble,) = answer.troubles
    assert trouble.where == "words"
    assert "Baris 2" in trouble.text and "{kua}" in trouble.text
    assert len(sheets()) == 1


def test_what_goes_to_the_printer_is_kept_as_it_was_printed() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    there = letters.file(reference)
    assert printed(there, "surat", "officer:x") == last()
    assert len(sheets()) == 1
    from pendopo.cases.services.presence import note_absence

    note_absence(position="camat", actor=counter.officer("petugas-loket"))
    printed(letters.file(reference), "surat", "officer:x")
    assert len(sheets()) == 2
    assert last().signatures[0].name == "Hadi Lesmana, S.STP."


def test_erasing_a_case_erases_its_sheets_and_their_files(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    reference = issued(django_capture_on_commit_callbacks)
    place = path_of(PANDAAN, sheets()[-1].sha256)
    with django_capture_on_commit_callbacks(execute=True):
        erase_case(reference=reference, reason="Retensi", actor=counter.officer("camat"))
    assert sheets() == []
    assert not place.exists()
    assert verify().faults == ()
