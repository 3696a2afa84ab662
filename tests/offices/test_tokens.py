# SPDX-License-Identifier: EUPL-1.2
"""Bearer tokens, finding an officer, and the sign-ins of a demonstration."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from pendopo.base.clock import Clock
from pendopo.offices.access import actor_of_token
from pendopo.offices.assignments import NotOne, holder_of, officer_named
from pendopo.offices.models import AccessToken, Assignment, Office, Officer
from pendopo.offices.signins import DEMO_TOKEN_LASTS, demo_sign_ins
from pendopo.offices.tokens import find_token, issue_token, revoke_token, revoke_tokens
from tests import people


@pytest.fixture
def rini(office: Office) -> Officer:
    return Officer.objects.get(office=office, name=people.RINI.name)


def test_only_the_hash_of_a_token_is_kept(rini: Officer) -> None:
    token = issue_token(rini)
    (row,) = AccessToken.objects.values()
    assert token.startswith("pendopo_")
    assert len(token) > 40
    assert token not in str(row)
    assert token.removeprefix("pendopo_") not in str(row)


def test_two_tokens_of_one_officer_differ_and_both_hold(
    rini: Officer, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tokens = {issue_token(rini), issue_token(rini)}
    for token in tokens:
        with django_assert_num_queries(1):
            found = find_token(token)
            assert found is not None
            assert found.officer == rini
    assert len(tokens) == 2


def test_a_revoked_token_no_longer_holds_and_others_do(rini: Officer) -> None:
    lost, kept = issue_token(rini), issue_token(rini)
    assert revoke_token(lost)
    assert not revoke_token(lost)
    assert find_token(lost) is None
    assert find_token(kept) is not None


def test_a_lost_device_takes_all_tokens_of_its_officer_along(
    rini: Officer, other_office: Office
) -> None:
    tokens = [issue_token(rini), issue_token(rini)]
    stranger = issue_token(Officer.objects.get(office=other_office))
    assert revoke_tokens(rini) == 2
    assert [find_token(token) for token in tokens] == [None, None]
    assert find_token(stranger) is not None


def test_a_token_holds_up_to_its_last_moment(rini: Officer, stopped_clock: Clock) -> None:
    token = issue_token(rini, expires_at=people.NOW + timedelta(hours=1))
    stopped_clock.advance(timedelta(minutes=59))
    assert find_token(token) is not None
    stopped_clock.advance(timedelta(minutes=1))
    assert find_token(token) is None


@pytest.mark.parametrize("asked", ["Hadi Contoh, S.STP.", "hadi contoh", " Hadi "])
def test_an_officer_is_found_by_name_with_or_without_degrees(office: Office, asked: str) -> None:
    assert officer_named(office.code, asked).name == people.HADI.name


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Contoh", "Lebih dari satu petugas bernama Contoh"),
        ("Dewi", "Tidak ada petugas bernama Dewi di kantor 99.01.01"),
        ("", "Lebih dari satu"),
    ],
)
def test_nobody_and_several_are_told_with_who_there_is(
    office: Office, other_office: Office, asked: str, said: str
) -> None:
    with pytest.raises(NotOne, match=said) as told:
        officer_named(office.code, asked)
    assert people.RINI.name in str(told.value)


def test_the_one_holder_of_a_position_is_found(office: Office) -> None:
    officer, position = holder_of(office.code, "operator", people.TODAY)
    assert (officer.name, position.title) == (people.TONO.name, "Operator")


def test_a_position_with_nobody_or_several_has_no_one_holder(
    office: Office, other_office: Office
) -> None:
    with pytest.raises(NotOne, match=r"Jabatan Camat di kantor 99\.02\.01 kosong\."):
        holder_of(other_office.code, "camat", people.TODAY)
    with pytest.raises(NotOne, match=r"Tidak ada jabatan wakil.*Jabatan: camat, sekretaris-camat"):
        holder_of(office.code, "wakil", people.TODAY)
    row = Assignment.objects.get(position__key="operator")
    sari = Officer.objects.get(name=people.SARI.name)
    Assignment.objects.create(
        officer=sari, position=row.position, capacity="Plh.", from_date=people.TODAY
    )
    with pytest.raises(NotOne, match=r"dipegang 2 orang: Sari Contoh, S\.Sos\.; Tono Contoh"):
        holder_of(office.code, "operator", people.TODAY)


def test_a_demonstration_has_one_sign_in_per_position_that_is_held(
    office: Office, other_office: Office
) -> None:
    signs = demo_sign_ins(office)
    assert [one.position for one in signs] == [one.key for one in people.OFFICE.positions]
    for one in signs:
        actor = actor_of_token(one.token, office.today)
        assert actor is not None
        assert (actor.name, actor.positions) == (one.name, (one.position,))
    assert [one.position for one in demo_sign_ins(other_office)] == ["petugas-loket"]


def test_sign_ins_of_a_demonstration_expire_and_are_cleared_away(
    office: Office, stopped_clock: Clock
) -> None:
    first = demo_sign_ins(office)
    stopped_clock.advance(DEMO_TOKEN_LASTS)
    assert find_token(first[0].token) is None
    second = demo_sign_ins(office)
    assert AccessToken.objects.count() == len(second)


def test_a_real_office_gives_nobody_s_sign_in_away(office: Office) -> None:
    office.demo = False
    assert demo_sign_ins(office) == ()
