# SPDX-License-Identifier: EUPL-1.2
"""A letter says what is known when it is composed: words, number, date, and who signs."""

from __future__ import annotations

import pytest

from pendopo.cases.composing.letters import compose
from pendopo.cases.composing.marks import mark_of
from pendopo.cases.composing.words import office_words, with_parts
from pendopo.cases.services.presence import note_absence
from pendopo.domain.commands import Correct, Reserve
from pendopo.domain.vocabulary import PaperForm
from pendopo.offices.models import Assignment, Office, Position, SigningRule
from pendopo.papers.body import BLANK
from pendopo.papers.values import Correspondence, Countersign, Letter, Paragraph, Particulars
from tests.cases import counter, letters
from tests.real_offices import PANDAAN


def letter(reference: str) -> Letter:
    """The wedding letter as it stands."""
    made = compose(letters.file(reference), "surat").paper
    assert isinstance(made, Letter)
    return made


def said(paper: Letter) -> str:
    """All its words."""
    found = []
    for block in paper.body:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Particulars):
            found += [f"{label}: {value}" for label, value in block.rows]
    return "\n".join(found)


def settled(**stationery: object) -> None:
    """Change the office's paper."""
    office = Office.objects.get(code=PANDAAN)
    office.stationery = {**office.stationery, **stationery}
    office.save(update_fields=["stationery"])


def test_before_anything_has_happened_it_is_a_draft_without_number_and_day() -> None:
    paper = letter(letters.wedding())
    assert paper.common.draft and paper.common.example
    assert paper.number == "400.12.3.2 / …… / 424.311 / 2026"
    assert (paper.dated.place, paper.dated.date) == ("Pandaan", "…… November 2026")
    assert paper.heading == "SURAT DISPENSASI NIKAH"
    assert paper.copies_to == ("Kepala KUA yang dituju", "Arsip")


def test_names_are_in_capitals_dates_in_words_and_what_is_empty_is_left_out() -> None:
    words = said(letter(letters.wedding()))
    assert "Nama: *WATI REKAAN* binti Darmo Rekaan" in words
    assert "surat Lurah Kutorejo Nomor 474/12/2026 tanggal 20 November 2026" in words
    assert "pada hari Senin, tanggal 30 November 2026, bertempat di rumah calon istri" in words
    assert "Umur pada hari akad: 31 tahun" in words
    assert "pukul" not in words and "Agama" not in words
    assert words.count("Pekerjaan") == 1


def test_an_hour_is_said_where_one_is_given() -> None:
    assert "November 2026, pukul 09.30 WIB, bertempat" in said(
        letter(letters.wedding(**{"jam-akad": "09:30"}))
    )


def test_a_confidential_reason_is_not_printed() -> None:
    assert "hamil" not in said(letter(letters.wedding())).lower()


def test_what_a_letter_needs_and_nobody_said_is_missing() -> None:
    reference = letters.wedding()
    assert compose(letters.file(reference), "surat").missing == ()
    without = letters.file(letters.filed("ijin-keramaian"))
    assert set(compose(without, "pengantar").missing) == set()


def test_where_nobody_says_to_whom_there_is_room_and_a_word() -> None:
    file = letters.file(letters.wedding(**{"tempat-akad": ""}))
    paper = file.standard.paper("surat")
    own = office_words(file.row.office_id, file.standard, paper, PaperForm.LETTER)
    made = compose(file, "surat", words=with_parts(own, {"to": "{tempat-akad}", "body": "Halo."}))
    assert isinstance(made.paper, Correspondence)
    assert made.paper.to == (BLANK,)
    assert made.missing == ("tempat-akad",)


def test_a_clean_sheet_goes_to_be_signed() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    assert not letter(reference).common.draft


def test_a_reserved_number_stands_on_it_with_the_date_of_the_book() -> None:
    reference = letters.wedding()
    counter.done(counter.do(reference, "petugas-loket", Reserve("surat")))
    paper = letter(reference)
    assert paper.number == "400.12.3.2 / 01 / 424.311 / 2026"
    assert paper.dated.date == "23 November 2026"
    assert paper.common.draft


def test_the_date_that_was_said_at_registering_stands_on_the_letter() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    letters.signed(reference)
    counter.done(counter.act(reference, "petugas-loket", "register", letter_date="2026-11-20"))
    assert letter(reference).dated.date == "20 November 2026"


def test_the_regent_stands_above_the_signer_where_the_office_wants_it() -> None:
    reference = letters.wedding()
    assert letter(reference).signatures[0].lines == ("a.n. BUPATI PASURUAN", "CAMAT PANDAAN,")
    settled(on_behalf=False)
    assert letter(reference).signatures[0].lines == ("CAMAT PANDAAN,",)


def test_whoever_is_in_would_sign_in_the_order_of_the_matrix() -> None:
    reference = letters.wedding()
    assert letter(reference).signatures[0].name == "Ratna Wulandari, S.Sos., M.AP."
    note_absence(position="camat", actor=counter.officer("petugas-loket"))
    signature = letter(reference).signatures[0]
    assert signature.lines == (
        "a.n. BUPATI PASURUAN",
        "CAMAT PANDAAN",
        "u.b.",
        "Sekretaris Kecamatan,",
    )
    assert signature.name == "Hadi Lesmana, S.STP."
    settled(on_behalf=False)
    lines = letter(reference).signatures[0].lines
    assert lines == ("a.n. CAMAT PANDAAN", "Sekretaris Kecamatan,")


def test_whoever_signed_stays_on_it_whatever_changes_later() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    letters.signed(reference, "sekretaris-camat")
    SigningRule.objects.filter(office_id=PANDAAN, position__key="sekretaris-camat").delete()
    signature = letter(reference).signatures[0]
    assert (signature.name, signature.nip) == ("Hadi Lesmana, S.STP.", "198002022003121902")
    assert signature.rank == "Pembina"


def test_two_levels_down_is_signed_u_b_below_the_secretary() -> None:
    for position in ("camat", "sekretaris-camat"):
        note_absence(position=position, actor=counter.officer("petugas-loket"))
    made = compose(letters.file(counter.handed_in().row.reference), "pengantar").paper
    assert isinstance(made, Countersign)
    assert made.signature.lines == (
        "a.n. CAMAT PANDAAN",
        "Sekretaris Kecamatan",
        "u.b.",
        "Kepala Seksi Pemerintahan dan Pelayanan,",
    )


@pytest.mark.parametrize("kind", ["Plt.", "Plh.", "Pj."])
def test_an_acting_head_says_so_before_the_title(kind: str) -> None:
    camat = Position.objects.get(office_id=PANDAAN, key="camat")
    Assignment.objects.filter(office_id=PANDAAN, position_id=camat.id).update(capacity=kind)
    settled(on_behalf=False)
    assert letter(letters.wedding()).signatures[0].lines == (f"{kind} CAMAT PANDAAN,",)


def test_where_nobody_may_sign_there_is_room_for_a_name() -> None:
    SigningRule.objects.filter(office_id=PANDAAN).delete()
    settled(on_behalf=False)
    signature = letter(letters.wedding()).signatures[0]
    assert (signature.lines, signature.name) == (("CAMAT PANDAAN,",), "")


def test_a_corrected_letter_keeps_its_number() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    letters.signed(reference)
    letters.handed_over(reference)
    before = letter(reference)
    couple = {**letters.COUPLE, "istri": {**letters.COUPLE["istri"], "nama": "Watik Rekaan"}}
    mended = {**letters.file(reference).values, "calon": couple}
    counter.done(counter.do(reference, "petugas-loket", Correct(mended, "Salah ketik.")))
    after = letter(reference)
    assert (after.number, after.dated) == (before.number, before.dated)
    assert "*WATIK REKAAN*" in said(after)


def test_the_mark_is_that_of_this_paper_unless_the_office_wants_none() -> None:
    reference = letters.wedding()
    mark = letter(reference).common.mark
    assert mark is not None and mark.url.endswith(f"/cek/{mark_of(reference, 'surat')}/")
    settled(qr=False)
    assert letter(reference).common.mark is None


def test_a_preprinted_sheet_has_no_letterhead_of_ours() -> None:
    reference = letters.wedding()
    head = letter(reference).common.letterhead
    assert head is not None and head.name == "KECAMATAN PANDAAN"
    settled(preprinted=45)
    paper = letter(reference)
    assert (paper.common.letterhead, paper.common.stationery.preprinted_mm) == (None, 45)
