# SPDX-License-Identifier: EUPL-1.2
"""A pasted list of villages: all of it is kept, or nothing and the lines that are wrong."""

from __future__ import annotations

import pytest
from django.test import Client

from pendopo.base import clock
from pendopo.cases.settings_history import change_rows
from pendopo.offices.models import Village
from tests import people
from tests.bureau.asking import sent
from tests.counter.conftest import At

CODE = people.OFFICE.code
ADDRESS = "/kantor/desa/banyak/"


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def names() -> dict[str, str]:
    return dict(Village.objects.filter(office_id=CODE).values_list("code", "name"))


def test_new_ones_are_added_and_others_renamed(sari: Client) -> None:
    pasted = (
        f"{CODE}.2001, Sumberwangi Kidul\r\n\r\n9901012010\tDesa  Karang  Anyar\n1011; Tegal,\n"
    )
    assert sent(sari, ADDRESS, lines=pasted)["Location"] == "/kantor/desa/"
    found = names()
    assert found[f"{CODE}.2001"] == "Sumberwangi Kidul"
    assert found[f"{CODE}.2010"] == "Karang Anyar"
    assert Village.objects.get(code=f"{CODE}.1011").kind == "kelurahan"
    assert len(found) == 5, "nothing is taken away"
    assert change_rows(CODE).count() == 3


def test_names_may_change_places(sari: Client) -> None:
    sent(sari, ADDRESS, lines="2001 Karangasri\n2002 Sumberwangi")
    assert names()[f"{CODE}.2001"] == "Karangasri"


def test_a_list_that_says_nothing_new_changes_nothing(sari: Client) -> None:
    sent(sari, ADDRESS, lines="2001 Sumberwangi\n2002 Karangasri")
    assert not change_rows(CODE).exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Sumberwangi", "Baris 2: tulis kode lalu nama"),
        ("99.02.01.2001, Jauh", "Baris 2: tulis kode lalu nama"),
        ("3001, Jauh", "Baris 2: tulis kode lalu nama"),
        ("2030, 2031", "Baris 2: namanya belum terbaca."),
        ("2020, Lain", "sudah ada di baris 1."),
        ("2021, sumberwangi", f"sudah ada dengan kode {CODE}.2001."),
        ("2021, Baru", "sudah ada di baris 1."),
    ],
)
def test_one_wrong_line_keeps_the_whole_list_back(sari: Client, line: str, told: str) -> None:
    answer = sent(sari, ADDRESS, lines=f"2020, Baru\n{line}")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page and "2020, Baru" in page, "what was pasted is still there"
    assert len(names()) == 3


def test_an_empty_list_is_asked_for_again(sari: Client) -> None:
    assert "Masih kosong." in sent(sari, ADDRESS, lines="  ").content.decode()
