# SPDX-License-Identifier: EUPL-1.2
"""What the office settles for itself, and that somebody is always left who keeps the settings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.services.reckoning_anew import Anew
from pendopo.cases.services.settings.changing import Settled
from pendopo.cases.services.settings.policy import ROLE_FIELDS, TypedPolicy, keep_policy
from pendopo.cases.settings_history import change_rows, changes
from pendopo.offices.models import Office, Officer, User
from pendopo.offices.policy import OfficePolicy
from tests import people
from tests.bureau.asking import sent
from tests.cases import counter
from tests.counter.conftest import At
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]

CODE = people.OFFICE.code
ADDRESS = "/kantor/kebijakan/"
USUAL: dict[str, Any] = {
    "day": "working-day",
    "cuti_bersama_closes": "on",
    "late_after_minutes": "15",
    "follow_allowed_by": ["petugas-loket"],
    "signature_recorded_by": ["petugas-loket"],
    "administered_by": ["camat", "sekretaris-camat"],
}


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock, nation: None) -> Client:
    return at_desk("Sari")


def kept() -> OfficePolicy:
    return Office.objects.get(code=CODE).policy_values


def test_roles_are_shown_by_their_names_with_who_holds_them(sari: Client) -> None:
    page = sari.get(ADDRESS).content.decode()
    assert "Petugas loket · Rini Contoh" in page
    assert "pemohon" not in page.lower().split('name="administered_by"')[1]


def test_the_policy_is_kept_as_it_was_typed(sari: Client) -> None:
    typed = {**USUAL, "follow_allowed_by": ["kasi", "camat"], "late_after_minutes": "30"}
    typed |= {"letters_changed_by": ["camat"], "cuti_bersama_closes": ""}
    assert sent(sari, ADDRESS, **typed)["Location"] == ADDRESS
    policy = kept()
    assert set(policy.follow_allowed_by) == {"kasi", "camat"}
    assert (policy.late_after_minutes, policy.cuti_bersama_closes) == (30, False)
    assert "late_after_minutes" in changes(change_rows(CODE))[0].fields


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"follow_allowed_by": []}, "Masih kosong."),
        ({"late_after_minutes": "0"}, "Paling kecil 1."),
        ({"late_after_minutes": "sejam"}, "Tulis dengan angka."),
        ({"day": "fortnight"}, "fortnight"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(
    sari: Client, typed: dict[str, Any], told: str
) -> None:
    answer = sent(sari, ADDRESS, **{**USUAL, **typed})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not change_rows(CODE).exists()


def test_somebody_who_cannot_sign_in_is_nobody(at_desk: At, sari: Client) -> None:
    at_desk("Bayu")
    User.objects.filter(username="bayu").update(is_active=False)
    answer = sent(sari, ADDRESS, **{**USUAL, "administered_by": ["kasi"]})
    assert "Tidak akan ada yang dapat mengubah pengaturan." in answer.content.decode()


def test_who_gives_the_settings_up_says_so_first(at_desk: At, sari: Client) -> None:
    at_desk("Bayu")
    typed = {**USUAL, "administered_by": ["kasi"]}
    asked = sent(sari, ADDRESS, **typed)
    assert asked.status_code == 422
    assert "Anda sendiri tidak dapat lagi" in asked.content.decode()
    assert "Bayu Contoh" in asked.content.decode()
    sent(sari, ADDRESS, **typed, give_up="on")
    assert kept().administered_by == ("kasi",)
    assert sari.get(ADDRESS).status_code == 403
    assert at_desk("Bayu").get(ADDRESS).status_code == 200


def test_without_a_name_the_general_signers_keep_the_settings(sari: Client) -> None:
    without = {name: value for name, value in USUAL.items() if name != "administered_by"}
    answer = sent(sari, ADDRESS, **without)
    assert answer.status_code == 302 and kept().administered_by == ()
    assert sari.get(ADDRESS).status_code == 200


def test_who_stays_open_on_shared_leave_is_due_on_that_day(
    real_offices: None, stopped_clock: clock.Clock
) -> None:
    stopped_clock.advance(timedelta(days=30))  # the day before shared leave, feast and weekend
    reference = counter.waiting_for_a_paraf(**{"tanggal-mulai": "30-12-2026"})
    before = models.Case.objects.get(reference=reference).due_at
    camat, office = counter.officer("camat"), Office.objects.get(code=PANDAAN)
    hadi = User.objects.create_user("hadi")
    Officer.objects.filter(id=camat.officer_id).update(user=hadi)
    standing = office.policy_values.kept()
    policy = {name: standing[name] for name in (*ROLE_FIELDS, "day", "late_after_minutes")}
    policy |= {"administered_by": ("camat",), "cuti_bersama_closes": False}
    answer = keep_policy(actor=camat, typed=TypedPolicy(**policy))
    assert isinstance(answer, Settled) and answer.anew == Anew(running=1, changed=1)
    after = models.Case.objects.get(reference=reference).due_at
    assert before and before.date() == date(2026, 12, 28)
    assert after and after.date() == date(2026, 12, 24)


def test_the_page_asks_little_of_the_database(
    sari: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(10):
        sari.get(ADDRESS)
