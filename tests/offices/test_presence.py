# SPDX-License-Identifier: EUPL-1.2
"""When a role was away."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from pendopo.domain.clocking import AwaySpan
from pendopo.offices.models import Absence, Assignment, Office, Officer, Position
from pendopo.offices.presence import absent_roles, away_spans
from tests import people

NOW = people.NOW
HOUR = timedelta(hours=1)


def away(
    office: Office,
    name: str,
    from_at: datetime,
    until_at: datetime | None = None,
) -> Absence:
    officer = Officer.objects.get(office=office, name=name)
    return Absence.objects.create(
        officer=officer, from_at=from_at, until_at=until_at, reason="Dinas luar"
    )


def empty_post(office: Office, key: str, from_at: datetime) -> Absence:
    position = Position.objects.get(office=office, key=key)
    return Absence.objects.create(position=position, from_at=from_at, reason="Kosong")


def deputy(office: Office, name: str, key: str, from_date: date, to_date: date) -> None:
    Assignment.objects.create(
        officer=Officer.objects.get(office=office, name=name),
        position=Position.objects.get(office=office, key=key),
        capacity="Plh.",
        from_date=from_date,
        to_date=to_date,
    )


def test_with_everybody_in_nobody_is_away(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert absent_roles(office.code, NOW) == frozenset()
    with django_assert_num_queries(1):
        assert away_spans(office.code) == ()


def test_a_role_is_away_from_the_first_moment_up_to_the_last(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    away(office, people.HADI.name, NOW, NOW + HOUR)
    with django_assert_num_queries(4):
        assert absent_roles(office.code, NOW) == {"camat"}
    assert absent_roles(office.code, NOW - timedelta(seconds=1)) == frozenset()
    assert absent_roles(office.code, NOW + HOUR) == frozenset()
    with django_assert_num_queries(4):
        assert away_spans(office.code) == (AwaySpan("camat", NOW, NOW + HOUR),)


def test_who_has_not_come_back_is_still_away(office: Office) -> None:
    away(office, people.HADI.name, NOW)
    assert away_spans(office.code) == (AwaySpan("camat", NOW, None),)


def test_every_role_of_the_position_is_away(office: Office) -> None:
    away(office, people.BAYU.name, NOW)
    assert absent_roles(office.code, NOW) == {"kasi", "kasi-pemerintahan", "petugas-verifikasi"}


def test_a_deputy_fills_the_role_from_midnight_in_the_office(office: Office) -> None:
    away(office, people.HADI.name, NOW, NOW + timedelta(days=3))
    tomorrow = people.TODAY + timedelta(days=1)
    deputy(office, people.SARI.name, "camat", tomorrow, tomorrow)
    midnight = datetime.fromisoformat("2026-11-24T00:00+07:00")
    assert away_spans(office.code) == (
        AwaySpan("camat", NOW, midnight),
        AwaySpan("camat", midnight + timedelta(days=1), NOW + timedelta(days=3)),
    )


def test_a_deputy_who_leaves_too_fills_nothing(office: Office) -> None:
    deputy(office, people.SARI.name, "camat", people.TODAY, people.TODAY)
    away(office, people.HADI.name, NOW)
    assert absent_roles(office.code, NOW) == frozenset()
    away(office, people.SARI.name, NOW)
    assert absent_roles(office.code, NOW) == {"camat", "sekretaris-camat"}


def test_another_position_of_the_same_role_fills_it(office: Office) -> None:
    Position.objects.filter(key="operator").update(roles=["petugas-verifikasi"])
    away(office, people.BAYU.name, NOW)
    assert "petugas-verifikasi" not in absent_roles(office.code, NOW)
    away(office, people.TONO.name, NOW)
    assert "petugas-verifikasi" in absent_roles(office.code, NOW)


def test_an_empty_post_is_away_whoever_holds_it(office: Office) -> None:
    deputy(office, people.SARI.name, "camat", people.TODAY, people.TODAY)
    empty_post(office, "camat", NOW)
    assert absent_roles(office.code, NOW) == {"camat"}


def test_a_position_that_was_never_filled_is_nobody_s_absence(other_office: Office) -> None:
    away(other_office, people.DEWI.name, NOW)
    assert absent_roles(other_office.code, NOW) == {"petugas-loket"}


def test_absences_that_meet_are_one_span(office: Office) -> None:
    away(office, people.HADI.name, NOW, NOW + HOUR)
    away(office, people.HADI.name, NOW + HOUR, NOW + 2 * HOUR)
    assert away_spans(office.code) == (AwaySpan("camat", NOW, NOW + 2 * HOUR),)


def test_only_absences_that_touch_the_time_asked_for_are_told(office: Office) -> None:
    away(office, people.HADI.name, NOW, NOW + HOUR)
    away(office, people.HADI.name, NOW + 5 * HOUR, NOW + 6 * HOUR)
    assert away_spans(office.code, NOW + HOUR, NOW + 5 * HOUR) == ()
    first, second = away_spans(office.code)
    assert away_spans(office.code, NOW, NOW + 2 * HOUR) == (first,)
    assert away_spans(office.code, NOW + 2 * HOUR) == (second,)


def test_another_office_s_absences_are_not_ours(office: Office, other_office: Office) -> None:
    away(other_office, people.DEWI.name, NOW)
    assert away_spans(office.code) == ()


@pytest.mark.parametrize("until", [-HOUR, None])
def test_an_absence_is_of_somebody_and_does_not_end_before_it_begins(
    office: Office, until: timedelta | None
) -> None:
    whose = {} if until is None else {"officer": Officer.objects.first()}
    until_at = NOW + until if until else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Absence.objects.create(office=office, from_at=NOW, until_at=until_at, **whose)
