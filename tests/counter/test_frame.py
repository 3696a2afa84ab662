# SPDX-License-Identifier: EUPL-1.2
"""The frame that all pages of the counter stand in."""

from __future__ import annotations

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from pendopo.counter.places import PLACES, Place, links
from pendopo.offices.models import Office
from tests.counter.conftest import At


def test_the_bar_shows_the_places_that_there_are_and_where_one_is() -> None:
    shown = {link.place.route: link for link in links("/loket/hadir/", signs=False, settles=False)}
    assert set(shown) <= {place.route for place in PLACES}
    assert shown["presence"].current
    assert not shown["desk"].current


def here(path: str) -> list[str]:
    """The routes of the places that are marked as the one where one is."""
    return [one.place.route for one in links(path, signs=True, settles=True) if one.current]


def test_what_has_no_place_of_its_own_is_at_home_on_the_desk() -> None:
    assert [
        one.place.route
        for one in links("/loket/berkas/X/", signs=True, settles=True)
        if one.current
    ] == ["desk"]
    assert [
        one.place.route for one in links("/akun/", signs=True, settles=True) if one.current
    ] == []


def test_what_only_signers_do_is_shown_to_signers_alone(
    at_desk: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    everywhere = Place("presence", "Khusus", "sign", "g x", signers=True)  # type: ignore[arg-type]
    monkeypatch.setattr("pendopo.counter.places.PLACES", (everywhere,))
    assert "Khusus" in at_desk("Hadi").get("/akun/").content.decode()
    assert "Khusus" not in at_desk("Rini").get("/akun/").content.decode()


def test_a_demonstration_says_so_on_every_page(at_desk: At, office: Office) -> None:
    assert "<b>CONTOH</b>" in at_desk("Rini").get("/loket/hadir/").content.decode()
    Office.objects.update(demo=False)
    assert "<b>CONTOH</b>" not in at_desk("Rini").get("/loket/hadir/").content.decode()


def test_the_counter_speaks_english_to_who_chose_it(at_desk: At) -> None:
    rinis = at_desk("Rini")
    page = rinis.get("/loket/hadir/").content.decode()
    assert '<html lang="id"' in page
    led = re.search(r'href="(/bahasa/en/\?ke=[^"]+)"', page)
    assert led
    assert rinis.get(led[1]).headers["Location"] == "/loket/hadir/"
    assert '<html lang="en"' in rinis.get("/loket/hadir/").content.decode()


def test_a_page_is_kept_by_no_one(at_desk: At) -> None:
    assert "no-store" in at_desk("Rini").get("/loket/hadir/").headers["Cache-Control"]


def test_the_frame_costs_four_queries(
    at_desk: At, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The session, the user, the officer with her office, and what she holds."""
    rinis = at_desk("Rini")
    rinis.get("/loket/draf/?draft=x")
    with django_assert_num_queries(5):  # and the draft that is asked for
        rinis.get("/loket/draf/?draft=x")
