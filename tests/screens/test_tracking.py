# SPDX-License-Identifier: EUPL-1.2
"""Tracking codes, and how often they may be guessed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import Settings

from pendopo.base import clock
from pendopo.domain.references import make_reference
from pendopo.screens.attempts import Allowance, count_one, wait_for
from pendopo.screens.tracking import code_of, is_code_of, read_reference

REFERENCE = "PDN7K3F9N"
THRICE = Allowance("coba", 3, timedelta(minutes=15))


def test_a_code_is_known_however_it_is_typed() -> None:
    code = code_of(REFERENCE)
    assert is_code_of(code.lower().replace("-", " "), REFERENCE)


def test_a_code_of_another_case_is_not_its_code() -> None:
    assert not is_code_of(code_of("PDN7K3F9P"), REFERENCE)
    assert not is_code_of("", REFERENCE)


def test_a_code_printed_before_the_secret_changed_still_holds(settings: Settings) -> None:
    old = code_of(REFERENCE)
    settings.PENDOPO_SECRETS = ((2, "r" * 64), *settings.PENDOPO_SECRETS)
    assert is_code_of(old, REFERENCE)
    assert code_of(REFERENCE) != old


def test_a_reference_is_read_as_people_type_it() -> None:
    reference = make_reference("PDN", 12345)
    assert read_reference(str(reference).lower()) == reference.compact
    assert read_reference("bukan nomor") is None


@pytest.mark.django_db
def test_too_many_tries_have_to_wait_and_then_may_try_again(stopped_clock: clock.Clock) -> None:
    for _ in range(3):
        assert wait_for(THRICE, "10.0.0.1", REFERENCE) == 0
        count_one(THRICE, "10.0.0.1", REFERENCE)
        stopped_clock.advance(timedelta(minutes=1))
    assert wait_for(THRICE, "10.0.0.1", REFERENCE) == 12 * 60
    stopped_clock.advance(timedelta(minutes=12))
    assert wait_for(THRICE, "10.0.0.1", REFERENCE) == 0


@pytest.mark.django_db
def test_one_client_does_not_shut_out_another(stopped_clock: clock.Clock) -> None:
    for _ in range(3):
        count_one(THRICE, "10.0.0.1", REFERENCE)
    assert wait_for(THRICE, "10.0.0.2", REFERENCE) == 0
