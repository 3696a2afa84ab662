# SPDX-License-Identifier: EUPL-1.2
"""Filling in a form from an earlier file of the same person."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from pendopo.base import clock
from pendopo.cases.models import Case
from pendopo.cases.queries import case_file
from tests.cases.counter import handed_in, officer
from tests.counter.real_desks import AtPosition, at_position
from tests.counter.test_intake import ADDRESS, page
from tests.html_forms import HtmlForm
from tests.real_offices import KESAMBEN

__all__ = ["at_position"]

BORN = {"tempat-lahir": "Rejowangi", "tanggal-lahir": "1985-03-12", "alamat": "Dusun Krajan"}
POOR = "/loket/baru/sktm/"
LETTER = {"ajukan.forms.pengantar": "letter"}


@pytest.fixture(autouse=True)
def _monday_morning(stopped_clock: clock.Clock) -> Iterator[None]:
    with translation.override("id"):
        yield


@pytest.fixture
def loket(at_position: AtPosition) -> Client:
    """Whoever keeps the counter in Pandaan."""
    return at_position("petugas-loket")


def looked(client: Client, address: str = ADDRESS, **typed: str) -> str:
    """The page once earlier files were looked for."""
    sent = {**page(client, address).fields, **{f"isi/{k}": v for k, v in typed.items()}}
    return client.post(address, {**sent, "lalu": "1"}).content.decode()


def taken(client: Client, reference: str, address: str = POOR, **typed: str) -> dict[str, str]:
    """The fields of the form after it was filled in from a file."""
    sent = {**page(client, address).fields, **{f"isi/{k}": v for k, v in typed.items()}, **LETTER}
    html = client.post(address, {**sent, "salin": reference}).content.decode()
    return HtmlForm(html, "terima").fields


def test_it_is_found_by_a_piece_of_the_name_and_the_village(loket: Client) -> None:
    reference = handed_in().row.reference
    assert f'value="{reference}"' in looked(loket, nama="wati rek", desa="Kutorejo")
    assert f'value="{reference}"' not in looked(loket, nama="wati rek", desa="Pandaan")
    assert f'value="{reference}"' not in looked(loket, nama="wa")


def test_it_is_found_by_the_number_which_is_shown_masked(loket: Client) -> None:
    reference = handed_in().row.reference
    html = looked(loket, nik="9914115203850001")
    assert f'value="{reference}"' in html
    assert "9914********0001" in html


def test_it_is_said_that_there_are_some_while_the_name_is_typed(loket: Client) -> None:
    handed_in()
    sent = {**page(loket).fields, "isi/nama": "Wati Rekaan", "lihat": "1"}
    assert "Ada 1 berkas atas nama ini." in loket.post(ADDRESS, sent).content.decode()


def test_what_tells_of_the_person_comes_and_what_told_of_the_occasion_does_not(
    loket: Client,
) -> None:
    fields = taken(loket, handed_in(**BORN).row.reference)
    assert fields["isi/nama"] == "Wati Rekaan"
    assert fields["isi/tanggal-lahir"] == "12-03-1985"
    assert fields["isi/hp"] == "+6281200000001"
    assert fields["isi/surat-desa-nomor"] == fields["isi/surat-desa-tanggal"] == ""
    assert fields["isi/keperluan"] == ""


def test_what_was_typed_is_not_overwritten(loket: Client) -> None:
    fields = taken(loket, handed_in(**BORN).row.reference, nama="Wati R.")
    assert fields["isi/nama"] == "Wati R."
    assert fields["isi/alamat"] == "Dusun Krajan"


def test_the_number_comes_masked_and_is_handed_in_whole(loket: Client) -> None:
    reference = handed_in(**BORN).row.reference
    fields = taken(loket, reference)
    assert fields["isi/nik"] == "9914********0001"
    new = {
        "isi/keperluan": "sekolah",
        "isi/surat-desa-nomor": "470/20/2026",
        "isi/surat-desa-tanggal": "kemarin",
        "kirim": "saja",
    }
    answer = loket.post(POOR, {**fields, **LETTER, **new})
    assert answer.status_code == 302, answer.content.decode()
    row = Case.objects.exclude(reference=reference).get()
    file = case_file(row.reference, officer("petugas-loket"))
    assert file is not None
    assert file.values["nik"] == "9914115203850001"


def test_a_mended_form_still_knows_where_the_number_came_from(loket: Client) -> None:
    fields = taken(loket, handed_in(**BORN).row.reference)
    answer = loket.post(POOR, {**fields, **LETTER, "kirim": "saja"})
    again = HtmlForm(answer.content.decode(), "terima").fields
    assert answer.status_code == 422
    assert again["isi-dari"] == fields["isi-dari"]
    assert 'href="#f-nik"' not in answer.content.decode()


def test_a_confidential_file_is_never_among_them(loket: Client) -> None:
    reference = handed_in().row.reference
    Case.objects.update(confidential=True)
    assert f'value="{reference}"' not in looked(loket, nama="Wati Rekaan")
    assert taken(loket, reference)["isi/nama"] == ""


def test_another_office_finds_nothing(at_position: AtPosition) -> None:
    client = at_position("petugas-loket", KESAMBEN)
    reference = handed_in().row.reference
    assert f'value="{reference}"' not in looked(client, nama="Wati Rekaan")
    assert taken(client, reference, ADDRESS)["isi/nama"] == ""


def test_a_line_that_she_may_not_read_is_not_copied(at_position: AtPosition) -> None:
    """The Camat reads more than a counter of another section; what is kept back stays so."""
    reference = handed_in().row.reference
    clerk = at_position("petugas-pbb")
    fields = taken(clerk, reference, "/loket/baru/pengaduan/")
    assert "isi/nama" not in fields or fields["isi/nama"] == ""


def test_the_list_costs_the_same_however_many_there_are(
    loket: Client, django_assert_max_num_queries: object
) -> None:
    for _ in range(4):
        handed_in()
    looked(loket, nama="Wati Rekaan")
    sent = {**page(loket).fields, "isi/nama": "Wati Rekaan", "lalu": "1"}
    with django_assert_max_num_queries(26):  # type: ignore[operator]
        loket.post(ADDRESS, sent)
