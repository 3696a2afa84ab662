# SPDX-License-Identifier: EUPL-1.2
"""What to bring: for everybody first, then by occasion, each with what becomes of it."""

from __future__ import annotations

from pendopo.portal.checklist import Checklist, Thing, checklist
from tests.portal.reading import changed, compiled
from tests.real_offices import KESAMBEN, PANDAAN

ASKS = {"key": "surat", "what": "Surat"}


def listed(office: str, slug: str) -> Checklist:
    return checklist(compiled(office, slug).standard)


def made_of(*asks: dict[str, object]) -> Checklist:
    """A checklist of these asks, on an ordinary standard."""
    whole = [{"text": "Syarat", "asks": list(asks)}]
    return checklist(changed(compiled(KESAMBEN, "kk"), requirements=whole).standard)


def only(found: Checklist) -> Thing:
    return found.gathered[0].things[0]


def headings(found: Checklist) -> list[str]:
    return [group.heading for group in found.gathered]


def test_what_everybody_brings_comes_first_and_without_a_heading() -> None:
    found = listed(PANDAAN, "dispensasi-nikah")
    assert headings(found) == [
        "",
        "Bila usia pada hari akad di bawah 21",
        "Bila status: Duda atau Janda",
    ]
    assert found.gathered[0].things[-1].what == "Pas foto"


def test_each_purpose_has_a_whole_list_of_its_own() -> None:
    found = {group.heading: group for group in listed(KESAMBEN, "kk").gathered}
    lost = [thing.what for thing in found["Bila alasan: Hilang"].things]
    assert lost == ["Formulir F-1.02", "Surat kehilangan dari kepolisian", "KTP-el"]
    changing = [thing.what for thing in found["Bila alasan: Perubahan data"].things]
    assert "Formulir F-1.02" not in changing


def test_a_single_exception_stays_a_sentence() -> None:
    assert headings(listed(KESAMBEN, "ktp"))[-1] == "Kecuali bila alasan: KTP pertama"


def test_what_is_brought_later_comes_last() -> None:
    assert headings(listed(KESAMBEN, "pindah-antar-desa"))[-1] == "Saat mengambil"


def test_where_nothing_is_fetched_it_is_only_said_to_come_later() -> None:
    assert headings(listed(PANDAAN, "sosialisasi"))[-1] == "Dibawa kemudian"


def test_size_and_copies_stand_beside_the_thing() -> None:
    photo = next(t for t in listed(PANDAAN, "skck").gathered[0].things if t.key == "foto")
    assert photo.amount == "4 × 6, 6 lembar"
    assert photo.hint == "dikembalikan kepada Anda"


def test_a_thing_for_each_member_of_a_group_says_for_whom() -> None:
    found = listed(PANDAAN, "dispensasi-nikah").gathered[0].things
    assert found[1].hint == "tiap calon pengantin · diperlihatkan"


def test_a_thing_that_may_not_be_needed_says_so() -> None:
    found = made_of({**ASKS, "if_needed": True}, {**ASKS, "key": "lain", "handling": "keep"})
    assert only(found).hint == "bila diperlukan · diperlihatkan"


def test_what_holds_for_all_is_said_once() -> None:
    found = listed(KESAMBEN, "kk")
    assert (str(found.handling), str(found.mark)) == ("diperlihatkan", "aturan nasional")
    assert only(found).hint == "" and only(found).mark == ""


def test_a_list_of_one_says_it_beside_the_thing() -> None:
    found = made_of({**ASKS, "source": "inferred"})
    assert (found.handling, found.mark) == ("", "")
    assert (only(found).hint, str(only(found).mark)) == ("diperlihatkan", "disimpulkan")


def test_choices_that_the_thing_already_names_are_not_repeated() -> None:
    named = {**ASKS, "what": "KTP atau SIM", "alternatives": ["KTP", "SIM"]}
    assert only(made_of(named)).choices == ()
    assert only(made_of({**ASKS, "alternatives": ["KTP", "SIM"]})).choices == ("KTP", "SIM")
