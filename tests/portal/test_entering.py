# SPDX-License-Identifier: EUPL-1.2
"""Reference and code are typed as people type; guessing is slowed; the pass ends by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from pendopo.base import clock
from pendopo.domain.references import make_reference
from pendopo.screens.tracking import code_of, grouped
from tests.cases import counter
from tests.portal.following import WRONG_CODE, enter, said


@pytest.fixture(autouse=True)
def _both_offices(real_offices: None) -> None:
    """Pandaan and Kesamben."""


@pytest.fixture
def reference() -> str:
    """A case that was just filed."""
    return counter.handed_in().row.reference


def tried(reference: str, code: str, client: Client | None = None) -> tuple[int, str]:
    """What comes of typing these: the status, and the text of the page."""
    answer = (client or Client()).post("/lacak/", {"nomor": reference, "kode": code})
    return answer.status_code, said(answer)


def test_spaces_small_letters_and_an_o_for_a_nought_are_read(reference: str) -> None:
    ways = (
        grouped(reference).lower().replace("0", "o"),
        f" {reference[:3]}-{reference[3:]} ",
        reference,
    )
    for typed in ways:
        code = code_of(reference).lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert tried(typed, code)[0] == 302


def test_a_slip_of_the_finger_is_named_before_anything_is_looked_up(reference: str) -> None:
    wrong = reference[:-1] + ("A" if reference[-1] != "A" else "B")
    for typed, word in (
        (wrong, "tidak cocok dengan karakter pemeriksanya"),
        (reference[:-1], "terdiri atas 9 karakter"),
        ("", "Nomor berkas belum diisi"),
    ):
        status, says = tried(typed, WRONG_CODE)
        assert status == 422 and word in says
        assert WRONG_CODE in says


def test_a_wrong_code_and_a_case_that_does_not_exist_are_answered_alike(reference: str) -> None:
    nobody = str(make_reference("PDN", 98765).compact)
    answers = [tried(one, WRONG_CODE)[1].replace(grouped(one), "") for one in (reference, nobody)]
    assert "Nomor dan kode ini belum cocok." in answers[0]
    without = [text.split("csrfmiddlewaretoken")[1][80:] for text in answers]
    assert without[0] == without[1]


def test_ten_wrong_codes_have_to_wait_even_with_the_right_one(
    reference: str, stopped_clock: clock.Clock
) -> None:
    client = Client()
    for _ in range(10):
        assert tried(reference, WRONG_CODE, client)[0] == 403
    answer = client.post("/lacak/", {"nomor": reference, "kode": code_of(reference)})
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 900
    assert "15 menit" in said(answer)
    stopped_clock.advance(timedelta(minutes=16))
    assert tried(reference, code_of(reference), client)[0] == 302


def test_an_address_that_tries_many_cases_has_to_wait_too(reference: str) -> None:
    for number in range(100):
        tried(make_reference("PDN", number).compact, WRONG_CODE)
    assert tried(reference, code_of(reference))[0] == 429


def test_the_api_and_the_portal_count_the_same_wrong_codes(reference: str) -> None:
    for _ in range(10):
        tried(reference, WRONG_CODE)
    answer = Client().get(
        f"/api/v1/cases/{reference}", headers={"X-Tracking-Code": code_of(reference)}
    )
    assert answer.status_code == 429


def test_the_pass_is_a_signed_cookie_that_no_script_reads_and_holds_no_code(
    reference: str, settings: Settings
) -> None:
    settings.SESSION_COOKIE_SECURE = True
    answer = Client().post("/lacak/", {"nomor": reference, "kode": code_of(reference)})
    assert answer["Location"] == f"/lacak/{reference}/"
    cookie = answer.cookies["lacak"]
    assert cookie["httponly"] and cookie["secure"] and cookie["samesite"] == "Lax"
    assert (cookie["path"], cookie["max-age"]) == ("/lacak/", 1800)
    assert code_of(reference) not in cookie.value


def test_a_made_up_cookie_opens_nothing(reference: str) -> None:
    client = Client()
    for value in ("x", f'[["{reference}", "2099-01-01T00:00:00+00:00"]]', ""):
        client.cookies["lacak"] = value
        assert client.get(f"/lacak/{reference}/").status_code == 403


def test_it_ends_half_an_hour_after_the_last_look(
    reference: str, stopped_clock: clock.Clock
) -> None:
    client = enter(reference)
    for _ in range(3):
        stopped_clock.advance(timedelta(minutes=20))
        assert client.get(f"/lacak/{reference}/").status_code == 200
    stopped_clock.advance(timedelta(minutes=31))
    assert client.get(f"/lacak/{reference}/").status_code == 403


def test_a_button_ends_it_at_once_for_one_case_only(reference: str) -> None:
    other = counter.handed_in(nama="Joko Rekaan").row.reference
    client = enter(other, enter(reference))
    assert client.post(f"/lacak/{reference}/tutup/").status_code == 302
    assert client.get(f"/lacak/{reference}/").status_code == 403
    assert client.get(f"/lacak/{other}/").status_code == 200


def test_a_reference_in_an_address_is_read_however_it_is_cased(reference: str) -> None:
    answer = enter(reference).get(f"/lacak/{reference.lower()}/")
    assert answer["Location"] == f"/lacak/{reference}/"
    assert Client().get("/lacak/bukan-nomor/").status_code == 404


def test_typed_on_the_page_itself_the_code_leads_back_to_that_page(reference: str) -> None:
    client = Client()
    wrong = client.post(f"/lacak/{reference}/janji/", {"kode": WRONG_CODE})
    assert wrong.status_code == 403 and "belum cocok" in said(wrong)
    right = client.post(f"/lacak/{reference}/janji/", {"kode": code_of(reference)})
    assert right["Location"] == f"/lacak/{reference}/janji/"
    assert client.get(f"/lacak/{reference}/janji/").status_code == 200
