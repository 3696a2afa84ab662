# SPDX-License-Identifier: EUPL-1.2
"""What the office is called and how it is reached, kept by an administrator."""

from __future__ import annotations

import pytest
from django.test import Client

from pendopo.base import clock
from pendopo.cases.settings_history import change_rows, changes
from pendopo.offices.models import Office
from tests import people
from tests.bureau.asking import hidden, sent
from tests.counter.conftest import At

CODE = people.OFFICE.code
DATA, CONTACTS = "/kantor/data/", "/kantor/kontak/"
NAMES = {
    "name": "Kecamatan Rejowangi Raya",
    "seat": "Rejowangi",
    "address": "Jalan Baru No. 2",
    "unit_code": "999.52",
}


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def kept() -> Office:
    return Office.objects.get(code=CODE)


def way(n: int, kind: str, value: str, place: str = "", label: str = "") -> dict[str, str]:
    return {f"kind-{n}": kind, f"value-{n}": value, f"place-{n}": place, f"label-{n}": label}


def test_the_names_of_the_office_are_changed_and_told(sari: Client) -> None:
    assert sent(sari, DATA, **NAMES)["Location"] == DATA
    assert (kept().name, kept().unit_code) == ("Kecamatan Rejowangi Raya", "999.52")
    assert changes(change_rows(CODE))[0].fields == ("name", "address", "unit_code")


def test_what_is_fixed_is_shown_with_its_reason(sari: Client) -> None:
    page = sari.get(DATA).content.decode()
    assert CODE in page and "RJW" in page and "tanda terima yang sudah dibawa" in page
    sent(sari, DATA, **NAMES, code="99.09.09", prefix="XXX", zone="Asia/Jayapura")
    assert (kept().code, kept().prefix, kept().zone) == (CODE, "RJW", "Asia/Jakarta")


def test_a_unit_s_code_that_no_number_could_hold_is_refused(sari: Client) -> None:
    answer = sent(sari, DATA, **{**NAMES, "unit_code": "999 / 51"})
    assert answer.status_code == 422
    assert "misalnya 424.311" in answer.content.decode()
    assert kept().unit_code == "999.51"


def test_ways_are_kept_in_the_order_that_is_wanted(sari: Client) -> None:
    typed = {
        **way(0, "phone", "(021) 000000", "2", "Telp."),
        **way(1, "whatsapp", "0812 0000 0001", "1"),
        **way(2, "instagram", "@kecrejowangi"),
    }
    assert sent(sari, CONTACTS, **typed)["Location"] == CONTACTS
    assert [one["kind"] for one in kept().contacts] == ["whatsapp", "phone", "instagram"]
    assert kept().contacts[1] == {"kind": "phone", "label": "Telp.", "value": "(021) 000000"}


def test_an_emptied_line_is_taken_away(sari: Client) -> None:
    sent(sari, CONTACTS, **way(0, "phone", "", "1"))
    assert kept().contacts == []


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("phone", "abc", "dengan angka"),
        ("whatsapp", "(021) 000000", "nomor ponsel"),
        ("email", "kantor", "Tulis lengkap"),
        ("website", "bukan situs", "alamat situsnya"),
        ("instagram", "dua kata", "nama akunnya"),
        ("", "0812 0000 0001", "Pilih jenisnya"),
    ],
)
def test_a_way_that_leads_nowhere_is_told_in_its_line(
    sari: Client, kind: str, value: str, told: str
) -> None:
    typed = {**way(0, "phone", "(021) 000000", "9"), **way(2, kind, value, "1")}
    answer = sent(sari, CONTACTS, **typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page and 'href="#id_' + ("kind" if not kind else "value") + '-2"' in page
    assert f'value="{value}"' in page
    assert kept().contacts[0]["kind"] == "phone"


def test_two_administrators_do_not_undo_each_other_s_contacts(at_desk: At, sari: Client) -> None:
    opened = hidden(sari.get(CONTACTS), 0)
    sent(at_desk("Hadi"), CONTACTS, **way(0, "email", "hadi@contoh.go.id"))
    late = sari.post(CONTACTS, {**opened, **way(0, "email", "sari@contoh.go.id")})
    assert late.status_code == 409
    assert "hadi@contoh.go.id" in late.content.decode()


@pytest.mark.parametrize("address", [DATA, CONTACTS, "/kantor/kop/", "/kantor/kop/lambang/"])
def test_only_its_keepers_come_in(at_desk: At, address: str) -> None:
    assert at_desk("Rini").get(address).status_code == 403


def test_the_history_tells_ways_in_words(sari: Client) -> None:
    sent(sari, CONTACTS, **way(0, "whatsapp", "0812 0000 0001"))
    page = sari.get("/kantor/riwayat/").content.decode()
    assert "Jenis: WhatsApp; Nomor atau alamat: 0812 0000 0001" in page
    assert "Jenis: Telepon; Label: Telp.; Nomor atau alamat: (021) 000000" in page


def test_another_kind_of_the_same_number_is_a_change(sari: Client) -> None:
    sent(sari, CONTACTS, **way(0, "phone", "0812 0000 0001"))
    sent(sari, CONTACTS, **way(0, "whatsapp", "0812 0000 0001"))
    assert change_rows(CODE).count() == 2
