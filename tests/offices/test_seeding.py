# SPDX-License-Identifier: EUPL-1.2
"""Files seed, rows hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pendopo.domain.hours import Holiday
from pendopo.offices.models import (
    Assignment,
    Book,
    KnownYear,
    NationalHoliday,
    Office,
    Officer,
    Position,
    SigningRule,
    Village,
)
from pendopo.offices.seed import OfficerSeed, SigningSeed
from pendopo.offices.seeding import CannotSeed, seed_office, seed_year
from tests import people

pytestmark = pytest.mark.django_db


def test_an_office_is_made_with_everything_its_file_says() -> None:
    seeded = seed_office(people.OFFICE, demo=True)
    office = Office.objects.get()
    assert (seeded.office, seeded.created) == (office.code, True)
    assert (office.name, office.prefix, office.demo) == ("Kecamatan Rejowangi", "RJW", True)
    assert office.contacts == [{"kind": "phone", "label": "Telp.", "value": "(021) 000000"}]
    assert office.services == ["surat-a", "surat-b"]
    assert [one.key for one in Position.objects.all()] == [p.key for p in people.OFFICE.positions]
    counted = {model: model.objects.count() for model in (Village, Book, SigningRule, Officer)}
    assert counted == {Village: 3, Book: 3, SigningRule: 3, Officer: 5}
    assert seeded.rows == sum(counted.values()) + 6 + Assignment.objects.count()


def test_what_the_office_changed_afterwards_is_left_alone() -> None:
    seed_office(people.OFFICE, demo=True)
    Office.objects.update(address="Jalan Baru No. 3")
    Village.objects.filter(name="Karangasri").delete()
    seeded = seed_office(replace(people.OFFICE, name="Kecamatan Lain"), demo=False)
    assert (seeded.created, seeded.rows) == (False, 0)
    office = Office.objects.get()
    assert (office.name, office.address, office.demo) == (
        people.OFFICE.name,
        "Jalan Baru No. 3",
        True,
    )
    assert Village.objects.count() == 2


def test_a_real_office_begins_without_officers() -> None:
    seed_office(people.OFFICE, demo=False)
    assert not Office.objects.get().demo
    assert (Officer.objects.count(), Assignment.objects.count()) == (0, 0)
    assert Position.objects.count() == 6


def test_two_offices_keep_apart() -> None:
    seed_office(people.OFFICE, demo=True)
    seed_office(people.OTHER_OFFICE, demo=True)
    assert Position.objects.filter(key="petugas-loket").count() == 2


def test_a_prefix_belongs_to_one_office() -> None:
    seed_office(people.OFFICE, demo=True)
    with pytest.raises(CannotSeed, match=r"RJW sudah dipakai Kecamatan Rejowangi \(99\.01\.01\)"):
        seed_office(replace(people.OTHER_OFFICE, prefix="RJW"), demo=True)


def test_a_prefix_that_would_be_misread_is_refused() -> None:
    with pytest.raises(CannotSeed, match="tanpa I, L, O, U, dan V"):
        seed_office(replace(people.OFFICE, prefix="SOL"), demo=True)


@pytest.mark.parametrize(
    "broken",
    [
        replace(people.OFFICE, signing=(SigningSeed("wakil-camat", "camat"),)),
        replace(people.OFFICE, demo_officers=(OfficerSeed("Nuri", ("wakil-camat",)),)),
    ],
)
def test_a_position_that_does_not_exist_refuses_the_whole_office(broken: object) -> None:
    with pytest.raises(CannotSeed, match="jabatan wakil-camat tidak ada"):
        seed_office(broken, demo=True)  # type: ignore[arg-type]
    assert not Office.objects.exists()


def test_a_year_is_entered_once_and_corrected_when_its_decree_is_amended() -> None:
    assert seed_year(people.YEAR_2026)
    assert not seed_year(people.YEAR_2026)
    extra = Holiday(date(2026, 12, 28), "Cuti tambahan")
    amended = replace(people.YEAR_2026, holidays=(*people.YEAR_2026.holidays, extra))
    assert seed_year(amended)
    assert NationalHoliday.objects.count() == 3
    assert KnownYear.objects.get().year == 2026
