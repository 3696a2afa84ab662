# SPDX-License-Identifier: EUPL-1.2
"""What is typed is kept while it is typed, until it is sent or not wanted any more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from pendopo.base import clock
from pendopo.cases.models import Draft
from pendopo.cases.services.drafts import MOST_DRAFTS, draft_of, drop_draft, keep_draft
from pendopo.offices.models import Office, Officer
from tests.counter.conftest import At
from tests.counter.test_held_forms import SENT

KEEP = {"draft": "uji/nama", "draft_path": "/loket/uji/", "draft_page": "/loket/uji/"}


@pytest.fixture(autouse=True)
def _with_a_form(settings: Settings, stopped_clock: clock.Clock) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.counter.test_held_forms"
    SENT.clear()
    yield


@pytest.fixture
def rini(office: Office) -> Officer:
    return Officer.objects.get(office_id=office.code, name__startswith="Rini")


def keep(client: Client, **more: Any) -> Any:
    return client.post("/loket/draf/", {**KEEP, "nama": "Wati", **more})


def test_what_is_typed_is_kept_and_the_answer_says_when(at_desk: At, rini: Officer) -> None:
    assert keep(at_desk("Rini")).json() == {"kept": True, "at": "09.40"}
    draft = draft_of(rini, "uji/nama")
    assert draft is not None
    assert draft.typed == {"nama": ["Wati"]}
    assert "Wati" not in Draft.objects.get().content


def test_the_page_offers_it_in_any_browser(at_desk: At) -> None:
    keep(at_desk("Rini"))
    page = at_desk("Rini").get("/loket/uji/").content.decode()
    assert "Isian 23 November, 09.40 belum dikirim." in page
    assert 'href="/loket/uji/?isian=uji%2Fnama"' in page
    filled = at_desk("Rini").get("/loket/uji/?isian=uji%2Fnama").content.decode()
    assert 'name="nama" value="Wati"' in filled
    assert "belum dikirim." not in filled
    assert "dilanjutkan. Belum dikirim." in filled


def test_another_officer_is_offered_nothing(at_desk: At) -> None:
    keep(at_desk("Rini"))
    assert "belum dikirim" not in at_desk("Bayu").get("/loket/uji/").content.decode()
    assert at_desk("Bayu").get("/loket/draf/?draft=uji/nama").status_code == 204


def test_a_form_by_attribute_alone_is_offered_its_draft_by_the_script(at_desk: At) -> None:
    rinis = at_desk("Rini")
    assert rinis.get("/loket/draf/?draft=uji/nama").status_code == 204
    keep(rinis)
    line = rinis.get("/loket/draf/?draft=uji/nama&page=/loket/uji/").content.decode()
    assert "belum dikirim" in line
    assert "/loket/uji/?isian=uji%2Fnama" in line


def test_sent_it_is_no_draft_any_more(at_desk: At) -> None:
    rinis = at_desk("Rini")
    keep(rinis)
    rinis.post("/loket/uji/", {"nama": "Wati", "draft": "uji/nama", "form_key": "k"})
    assert SENT
    assert not Draft.objects.exists()


def test_a_form_that_is_refused_keeps_its_draft(at_desk: At) -> None:
    rinis = at_desk("Rini")
    keep(rinis)
    refused = rinis.post("/loket/uji/", {"nama": "", "draft": "uji/nama", "form_key": "k"})
    assert refused.status_code == 422
    assert Draft.objects.exists()


def test_what_is_kept_too_late_does_not_come_back(at_desk: At) -> None:
    """The script's last keeping may arrive after the form itself."""
    rinis = at_desk("Rini")
    rinis.post("/loket/uji/", {"nama": "Wati", "draft": "uji/nama", "form_key": "k"})
    assert keep(rinis, form_key="k").json() == {"kept": False}
    assert not Draft.objects.exists()


def test_not_wanted_it_is_thrown_away(at_desk: At) -> None:
    rinis = at_desk("Rini")
    keep(rinis)
    answer = rinis.post(
        "/loket/draf/", {"draft": "uji/nama", "discard": "/loket/uji/", "nama": "x"}
    )
    assert answer.headers["Location"] == "/loket/uji/"
    assert not Draft.objects.exists()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "/akun/"])
def test_throwing_away_leads_nowhere_else(at_desk: At, back: str) -> None:
    answer = at_desk("Rini").post("/loket/draf/", {"draft": "uji/nama", "discard": back})
    assert answer.headers["Location"] == "/loket/"


@pytest.mark.parametrize(
    "wrong",
    [{"draft": ""}, {"draft": "x" * 121}, {"draft": "held/abc"}, {"draft_path": "/akun/"}],
)
def test_only_a_place_of_the_counter_has_drafts(at_desk: At, wrong: dict[str, str]) -> None:
    assert keep(at_desk("Rini"), **wrong).status_code == 404


def test_too_much_is_not_kept_and_said(at_desk: At) -> None:
    assert keep(at_desk("Rini"), ket="x" * 300_000).status_code == 413


def test_without_a_session_nothing_is_kept_and_nobody_is_named(client: Client) -> None:
    assert keep(client).headers["Location"] == "/masuk/?next=/loket/draf/"


def test_the_last_words_are_kept_in_place_of_the_ones_before(rini: Officer) -> None:
    for nama in ("W", "Wa", "Wati"):
        keep_draft(rini, "uji/nama", {"nama": [nama]}, path="/loket/uji/", page="/loket/uji/")
    draft = draft_of(rini, "uji/nama")
    assert draft is not None
    assert draft.typed == {"nama": ["Wati"]}
    assert Draft.objects.count() == 1


def test_old_drafts_are_swept_away(rini: Officer, stopped_clock: clock.Clock) -> None:
    keep_draft(rini, "uji/a", {}, path="/loket/", page="/loket/")
    keep_draft(rini, "held/b", {}, path="/loket/", page="/loket/")
    stopped_clock.advance(timedelta(days=2))
    keep_draft(rini, "uji/c", {}, path="/loket/", page="/loket/")
    assert {one.key for one in Draft.objects.all()} == {"uji/a", "uji/c"}
    stopped_clock.advance(timedelta(days=13))
    assert draft_of(rini, "uji/a") is None
    keep_draft(rini, "uji/d", {}, path="/loket/", page="/loket/")
    assert {one.key for one in Draft.objects.all()} == {"uji/c", "uji/d"}


def test_nobody_has_more_in_hand_than_can_be(rini: Officer, stopped_clock: clock.Clock) -> None:
    for number in range(MOST_DRAFTS + 3):
        stopped_clock.advance(timedelta(seconds=1))
        keep_draft(rini, f"uji/{number}", {}, path="/loket/", page="/loket/")
    assert Draft.objects.count() == MOST_DRAFTS
    assert draft_of(rini, "uji/0") is None


def test_a_draft_of_another_key_is_left_alone(rini: Officer) -> None:
    keep_draft(rini, "uji/a", {}, path="/loket/", page="/loket/")
    drop_draft(rini, "uji/b")
    assert draft_of(rini, "uji/a") is not None


def test_the_tag_says_for_whom_the_form_was_made(at_desk: At) -> None:
    page = at_desk("Rini").get("/loket/uji/").content.decode()
    assert re.search(r'name="writer" value="99\.01\.01:[0-9a-f-]{36}:', page)
