# SPDX-License-Identifier: EUPL-1.2
"""Who may do what: roles by assignment, signing by the matrix."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from pendopo.base.clock import Clock
from pendopo.base.ids import new_id
from pendopo.domain.circumstances import Capacity
from pendopo.offices import access
from pendopo.offices.models import Assignment, Office, Officer, Position
from pendopo.offices.seeding import DEMO_SINCE
from pendopo.offices.tokens import issue_token
from tests import people

TODAY = people.TODAY


def officer(office: Office, name: str) -> Officer:
    return Officer.objects.get(office=office, name=name)


def position(office: Office, key: str) -> Position:
    return Position.objects.get(office=office, key=key)


def hold(office: Office, name: str, key: str, capacity: str, **dates: date) -> Assignment:
    return Assignment.objects.create(
        officer=officer(office, name),
        position=position(office, key),
        capacity=capacity,
        **{"from_date": DEMO_SINCE, **dates},
    )


def leave(office: Office, name: str, to_date: date) -> None:
    Assignment.objects.filter(officer_id=officer(office, name).id).update(to_date=to_date)


def signers(office: Office, service: str, on: date = TODAY) -> list[tuple[str, str, str]]:
    found = access.capacities(office.code, service, on)
    return [(one.line, one.title, one.officer_name) for one in found]


def test_an_officer_has_the_roles_of_all_positions_held(office: Office) -> None:
    rini = officer(office, people.RINI.name)
    actor = access.actor_of_officer(office.code, rini.id, TODAY)
    assert actor is not None
    assert actor.name == people.RINI.name
    assert actor.positions == ("petugas-loket", "petugas-informasi")
    assert actor.roles == {"petugas-loket", "petugas-informasi"}
    assert actor.capacities == ()
    assert actor.key == f"officer:{rini.id}"


def test_a_position_may_fill_several_roles(office: Office) -> None:
    bayu = officer(office, people.BAYU.name)
    actor = access.actor_of_officer(office.code, bayu.id, TODAY)
    assert actor is not None
    assert actor.roles == {"kasi", "kasi-pemerintahan", "petugas-verifikasi"}


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (DEMO_SINCE - timedelta(days=1), False),
        (DEMO_SINCE, True),
        (TODAY, True),
        (TODAY + timedelta(days=1), False),
    ],
)
def test_a_role_is_held_from_the_first_day_through_the_last(
    office: Office, on: date, holds: bool
) -> None:
    leave(office, people.RINI.name, TODAY)
    actor = access.actor_of_officer(office.code, officer(office, people.RINI.name).id, on)
    assert actor is not None
    assert bool(actor.roles) is holds


def test_an_officer_of_another_office_is_nobody_here(office: Office, other_office: Office) -> None:
    dewi = officer(other_office, people.DEWI.name)
    assert access.actor_of_officer(office.code, dewi.id, TODAY) is None
    assert access.actor_of_officer(office.code, new_id(), TODAY) is None


def test_a_token_says_who_acts_and_in_which_office(
    office: Office, other_office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    token = issue_token(officer(other_office, people.DEWI.name))
    with django_assert_num_queries(2):
        actor = access.actor_of_token(token, TODAY)
    assert actor is not None
    assert (actor.office, actor.name) == (other_office.code, people.DEWI.name)
    assert actor.roles == {"petugas-loket"}


def test_a_token_for_one_position_gives_no_other(office: Office) -> None:
    rini = officer(office, people.RINI.name)
    token = issue_token(rini, position(office, "petugas-informasi"))
    actor = access.actor_of_token(token, TODAY)
    assert actor is not None
    assert actor.positions == ("petugas-informasi",)
    assert actor.roles == {"petugas-informasi"}


def test_a_token_for_a_position_no_longer_held_gives_nothing(office: Office) -> None:
    rini = officer(office, people.RINI.name)
    actor = access.actor_of_token(issue_token(rini, position(office, "camat")), TODAY)
    assert actor is not None
    assert (actor.positions, actor.roles) == ((), frozenset())


def test_today_is_that_of_the_offices_own_zone(
    other_office: Office, stopped_clock: Clock, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    token = issue_token(officer(other_office, people.DEWI.name))
    hold(other_office, people.DEWI.name, "camat", "Plh.", from_date=TODAY + timedelta(days=1))
    held = []
    for hour in (14, 15):  # 23.00 and 24.00 in Jayapura
        stopped_clock.set(people.NOW.replace(hour=hour, minute=0))
        with django_assert_num_queries(2):
            actor = access.actor_of_token(token)
        assert actor is not None
        held.append(set(actor.positions))
    assert held == [{"petugas-loket"}, {"petugas-loket", "camat"}]


@pytest.mark.parametrize("token", ["", "pendopo_", "pendopo_x", "é\ud800"])
def test_an_unknown_token_is_nobody(office: Office, token: str) -> None:
    assert access.actor_of_token(token, TODAY) is None


def test_the_matrix_says_who_signs_which_service_and_with_which_line(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        found = access.capacities(office.code, "surat-a", TODAY)
    assert [(one.line, one.position, one.officer_name) for one in found] == [
        ("", "camat", people.HADI.name),
        ("a.n.", "sekretaris-camat", people.SARI.name),
        ("u.b.", "kasi-pemerintahan", people.BAYU.name),
    ]
    assert {one.role for one in found} == {"camat"}


def test_an_exception_and_a_list_of_services_hold(office: Office) -> None:
    assert [name for _, _, name in signers(office, "surat-b")] == [people.HADI.name]
    assert [name for _, _, name in signers(office, "surat-c")] == [
        people.HADI.name,
        people.SARI.name,
    ]


def test_a_capacity_carries_what_is_printed_below_a_signature(office: Office) -> None:
    first = access.capacities(office.code, "surat-a", TODAY)[0]
    assert first == Capacity(
        role="camat",
        position="camat",
        officer_id=str(officer(office, people.HADI.name).id),
        officer_name=people.HADI.name,
        title="Camat",
        line="",
        rank=people.HADI.rank,
        nip=people.HADI.nip,
    )


@pytest.mark.parametrize("capacity", ["Plt.", "Plh.", "Pj."])
def test_whoever_acts_as_the_signatory_writes_it_in_the_line(office: Office, capacity: str) -> None:
    leave(office, people.HADI.name, TODAY - timedelta(days=1))
    hold(office, people.SARI.name, "camat", capacity, from_date=TODAY)
    assert signers(office, "surat-b") == [(capacity, "Camat", people.SARI.name)]


def test_whoever_acts_in_a_position_that_signs_for_another_writes_both(office: Office) -> None:
    leave(office, people.SARI.name, TODAY - timedelta(days=1))
    hold(office, people.BAYU.name, "sekretaris-camat", "Plt.", from_date=TODAY)
    assert ("a.n.", "Plt. Sekretaris Camat", people.BAYU.name) in signers(office, "surat-a")


def test_a_daily_deputy_signs_beside_the_holder_on_those_days_only(office: Office) -> None:
    hold(office, people.SARI.name, "camat", "Plh.", from_date=TODAY, to_date=TODAY)
    assert ("Plh.", "Camat", people.SARI.name) in signers(office, "surat-b")
    tomorrow = TODAY + timedelta(days=1)
    assert signers(office, "surat-b", tomorrow) == [("", "Camat", people.HADI.name)]


def test_nobody_signs_in_an_office_without_a_signatory(other_office: Office) -> None:
    assert access.capacities(other_office.code, "surat-a", TODAY) == ()
