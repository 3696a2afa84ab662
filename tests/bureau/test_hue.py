# SPDX-License-Identifier: EUPL-1.2
"""The leading colour: seen before it holds, never too light to be read, and its office's alone."""

from __future__ import annotations

import pytest
from django.test import Client

from pendopo.base import clock
from pendopo.cases.settings_history import change_rows, changes
from pendopo.offices.models import Office
from tests import people
from tests.bureau.asking import sent
from tests.counter.conftest import At

CODE = people.OFFICE.code
ADDRESS = "/kantor/warna/"


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def kept() -> str:
    return Office.objects.get(code=CODE).hue


def test_one_of_the_colours_is_worn_at_the_counter_and_in_public(sari: Client) -> None:
    assert sent(sari, ADDRESS, swatch="1d4f91", own="#000000")["Location"] == ADDRESS
    assert kept() == "1d4f91"
    for address in ("/loket/", f"/{CODE}/"):
        assert 'href="/warna/1d4f91/"' in sari.get(address).content.decode()
    assert changes(change_rows(CODE))[0].what == "hue"


def test_another_office_keeps_its_own(sari: Client, other_office: Office) -> None:
    sent(sari, ADDRESS, swatch="1d4f91", own="")
    assert "/warna/" not in sari.get(f"/{other_office.code}/").content.decode()


def test_the_usual_colour_needs_no_stylesheet(sari: Client) -> None:
    sent(sari, ADDRESS, swatch="1d4f91", own="")
    sent(sari, ADDRESS, swatch="00576b", own="")
    assert kept() == ""
    assert "/warna/" not in sari.get(f"/{CODE}/").content.decode()


def test_the_page_wears_a_colour_before_it_holds(sari: Client) -> None:
    answer = sent(sari, ADDRESS, swatch="own", own="#FFCC00", do="look")
    page = answer.content.decode()
    assert answer.status_code == 200 and 'href="/warna/' in page
    assert "Dibuat lebih gelap agar terbaca." in page and "belum disimpan" in page
    assert kept() == ""


@pytest.mark.parametrize("do", ["", "look"])
def test_what_is_no_colour_is_told_beside_the_field(sari: Client, do: str) -> None:
    answer = sent(sari, ADDRESS, swatch="own", own="biru", do=do)
    assert answer.status_code == 422
    assert "misalnya #00576b" in answer.content.decode()


def test_other_settings_leave_the_colour_alone(sari: Client, nation: None) -> None:
    sent(sari, ADDRESS, swatch="5b3a8c", own="")
    sent(
        sari,
        "/kantor/kebijakan/",
        day="calendar-day",
        late_after_minutes="20",
        follow_allowed_by=["petugas-loket"],
        signature_recorded_by=["petugas-loket"],
        administered_by=["sekretaris-camat"],
    )
    office = Office.objects.get(code=CODE)
    assert (office.hue, office.policy_values.day) == ("5b3a8c", "calendar-day")


def test_the_stylesheet_is_kept_by_browsers_and_holds_one_rule(client: Client) -> None:
    answer = client.get("/warna/1d4f91/")
    assert answer["Content-Type"].startswith("text/css")
    assert "max-age=604800" in answer["Cache-Control"] and "public" in answer["Cache-Control"]
    assert "--hue:#1d4f91" in answer.content.decode()
    assert client.get("/warna/1d4f91;}/").status_code == 404
