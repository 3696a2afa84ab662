# SPDX-License-Identifier: EUPL-1.2
"""Slips that go with a case: for the hand of whoever came, and for its way through the office."""

from __future__ import annotations

import pytest

from pendopo.cases import models
from pendopo.domain.events import Json
from pendopo.papers.values import ControlSheet, Countersign, Items, Paragraph, Particulars, Slip
from pendopo.screens.sheets.slips import slip_of
from tests.cases import counter, letters
from tests.counter.desk_room import desk, text_of
from tests.real_offices import KESAMBEN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")


def slip(reference: str, name: str, width: str = "", by: str = "petugas-loket") -> Slip:
    """A slip for the hand."""
    made = slip_of(letters.file(reference, by), name, width)
    assert isinstance(made, Slip)
    return made


def rows(made: Slip) -> dict[str, str]:
    """What stands behind each word of a slip."""
    return {k: v for one in made.body if isinstance(one, Particulars) for k, v in one.rows}


def checked(reference: str, said: Json) -> str:
    """Everything is there, but for what the first two asks say."""
    there = letters.file(reference)
    first, second = there.case.all_asks[:2]
    verdicts: Json = {**dict.fromkeys(there.case.all_asks, "ada"), first: said, second: said}
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=verdicts))
    return reference


class TestTheReceipt:
    def test_it_bears_reference_code_and_time(self) -> None:
        reference = letters.wedding()
        made = slip(reference, "tanda-terima")
        assert made.large.replace(" ", "") == reference
        said = rows(made)
        assert said["Nama"] == "Joko Rekaan"
        assert said["Janji selesai"] == "15 menit sejak lengkap"
        assert len(said["Kode lacak"]) == 9
        assert made.foot == (
            "Pelayanan ini GRATIS. Bila ada yang meminta bayaran, laporkan ke (0343)\xa0631745.",
        )

    def test_once_it_was_checked_it_says_by_when(self) -> None:
        reference = letters.wedding()
        letters.checked(reference)
        said = rows(slip(reference, "tanda-terima"))
        assert said["Janji selesai"] == "Senin, 23 November 2026 pukul 09.55 WIB"
        assert said["Kelengkapan"] == "lengkap"

    def test_what_may_still_come_is_named(self) -> None:
        later: Json = {"verdict": "menyusul", "reason": "tertinggal di rumah"}
        said = rows(slip(checked(letters.wedding(), later), "tanda-terima"))
        assert said["Kelengkapan"] == "lengkap, kecuali yang menyusul"
        assert said["Menyusul"].count(";") == 1

    def test_it_is_as_wide_as_the_office_wants_or_as_is_asked(self) -> None:
        reference = letters.wedding()
        assert slip(reference, "tanda-terima").width == "third-f4"
        assert slip(reference, "tanda-terima", "roll").width == "roll"
        assert slip(reference, "tanda-terima", "sebesar-rumah").width == "third-f4"


class TestWhatLacks:
    def test_all_of_it_stands_there_numbered_with_what_was_said(self) -> None:
        wrong: Json = {"verdict": "kurang", "reason": "belum *distempel* desa"}
        made = slip(checked(letters.wedding(), wrong), "kekurangan")
        (listed,) = (one for one in made.body if isinstance(one, Items))
        assert [label for label, _ in listed.rows] == ["1.", "2."]
        assert r": belum \*distempel\* desa (boleh menyusul)" in listed.rows[0][1]
        again = made.body[-1]
        assert isinstance(again, Paragraph)
        assert again.text.startswith(
            "Bawa semuanya sekaligus. Jam loket: Senin–Kamis 08.00–12.00 dan 13.00–15.00, Jumat"
        )

    def test_where_nothing_lacks_there_is_no_such_slip(self) -> None:
        assert slip_of(letters.file(letters.wedding()), "kekurangan") is None


class TestOnItsWay:
    def test_the_control_sheet_names_the_hands_and_what_was_done(self) -> None:
        reference = letters.wedding()
        letters.checked(reference)
        letters.signed(reference)
        made = slip_of(letters.file(reference), "kontrol")
        assert isinstance(made, ControlSheet)
        assert made.rows[0][1:] == ("Tanda tangan", "Senin, 23 November 2026 pukul 09.40 WIB")
        assert [done for _, what, done in made.rows[1:]] == ["", ""]

    def test_a_countersign_is_an_overprint_or_a_label(self) -> None:
        file = letters.file(counter.handed_in().row.reference)
        for name, as_label in (("cetak-tindih", False), ("label", True)):
            made = slip_of(file, name)
            assert isinstance(made, Countersign) and made.label is as_label

    def test_a_letter_of_the_office_has_no_overprint(self) -> None:
        assert slip_of(letters.file(letters.wedding()), "cetak-tindih") is None


class TestTheDesk:
    def test_a_slip_is_a_pdf_that_nobody_keeps(self) -> None:
        reference = letters.wedding()
        answer = desk("petugas-loket").get(f"/loket/cetak/{reference}/tanda-terima/?bentuk=a5")
        assert answer.content.startswith(b"%PDF-")
        assert "no-store" in answer["Cache-Control"]
        assert f'filename="tanda-terima-{reference}.pdf"' in answer["Content-Disposition"]

    def test_one_with_nothing_on_it_leads_back_with_a_word(self) -> None:
        reference = letters.wedding()
        for name in ("kekurangan", "disposisi"):
            answer = desk("petugas-loket").get(f"/loket/cetak/{reference}/{name}/", follow=True)
            assert answer.redirect_chain == [(f"/loket/berkas/{reference}/", 302)]
            assert "Tidak ada yang perlu dicetak" in text_of(answer)

    def test_a_disposition_is_that_of_the_line_in_the_agenda(self) -> None:
        reference = letters.filed("sosialisasi")
        counter.done(counter.act(reference, "petugas-loket", "terima"))
        line = models.BookRow.objects.filter(book="agenda-masuk").get()
        answer = desk("petugas-loket").get(f"/loket/cetak/{reference}/disposisi/")
        assert answer.status_code == 302 and str(line.id) in answer["Location"]

    def test_another_office_has_none(self) -> None:
        reference = letters.wedding()
        client = desk("petugas-loket", KESAMBEN)
        assert client.get(f"/loket/cetak/{reference}/tanda-terima/").status_code == 404

    def test_an_unknown_slip_is_not_there(self) -> None:
        reference = letters.wedding()
        client = desk("petugas-loket")
        assert client.get(f"/loket/cetak/{reference}/ijazah/").status_code == 404
