# SPDX-License-Identifier: EUPL-1.2
"""What is thrown away once a day, and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pendopo.base import clock
from pendopo.base.daily import deeds
from pendopo.base.ids import new_id
from pendopo.cases import models
from pendopo.cases.services import applications, upkeep
from pendopo.cases.services.drafts import draft_of, keep_draft
from pendopo.cases.services.uploads import attach_uploads
from pendopo.offices.models import Office, Officer
from pendopo.standards import versions
from tests.cases.counter import handed_in
from tests.people import NOW
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_offices", "stopped_clock")]


def brought(by: str = "x") -> models.Upload:
    return models.Upload.objects.create(
        office_id=PANDAAN,
        id=new_id(),
        kind="jpeg",
        sha256="a" * 64,
        size=1,
        created_at=clock.now(),
        created_by=by,
    )


def test_a_photo_that_came_to_no_case_goes_with_the_drafts(stopped_clock: clock.Clock) -> None:
    lost, kept = brought(), brought()
    assert attach_uploads(case=handed_in().row, wanted=[(kept.id, "foto")]) is None
    stopped_clock.set(NOW + upkeep.UNCLAIMED_FOR)
    upkeep.forget_unclaimed()
    assert models.Upload.objects.count() == 2
    stopped_clock.advance(timedelta(minutes=1))
    upkeep.forget_unclaimed()
    assert [one.id for one in models.Upload.objects.all()] == [kept.id]
    assert lost.id != kept.id


def test_old_drafts_go_and_young_ones_stay(stopped_clock: clock.Clock) -> None:
    officer = Officer.objects.filter(office_id=PANDAAN)[0]
    keep_draft(officer, "intake/a", {"nama": ["Wati"]}, path="/loket/", page="/loket/")
    stopped_clock.set(NOW + timedelta(days=15))
    keep_draft(officer, "intake/b", {"nama": ["Joko"]}, path="/loket/", page="/loket/")
    assert upkeep.forget_drafts() == 0  # the second one swept the first already
    stopped_clock.advance(timedelta(days=15))
    assert upkeep.forget_drafts() == 1
    assert draft_of(officer, "intake/b") is None


def begun() -> models.Application:
    standard = versions.current(PANDAAN, "skck")
    assert standard is not None
    typed = applications.Typed({"isi/nama": "Wati Rekaan"})
    return applications.begin_application(
        office=PANDAAN, service="skck", standard_id=standard.id, typed=typed
    )


def test_what_a_citizen_typed_goes_after_its_days_though_nobody_begins_another(
    stopped_clock: clock.Clock,
) -> None:
    begun()
    stopped_clock.set(NOW + timedelta(days=applications.KEPT_DAYS) - timedelta(minutes=1))
    assert upkeep.forget_drafts() == 0
    stopped_clock.advance(timedelta(minutes=1))
    assert upkeep.forget_drafts() == 1
    assert not models.Application.objects.exists()


def test_an_old_photo_stays_as_long_as_somebody_goes_on_with_its_application(
    stopped_clock: clock.Clock,
) -> None:
    row = begun()
    photo = brought(f"application:{row.id}")
    stopped_clock.set(NOW + timedelta(days=10))
    applications.keep_typed(row=row, change=lambda typed: replace(typed, photos=(str(photo.id),)))
    stopped_clock.set(NOW + timedelta(days=20))
    upkeep.forget_unclaimed()
    assert models.Upload.objects.get() == photo
    stopped_clock.set(NOW + timedelta(days=30))
    upkeep.forget_drafts()
    assert not models.Upload.objects.exists()


def test_the_day_has_all_of_it() -> None:
    assert set(deeds()) >= {"uploads", "answers", "drafts", "sessions"}
    assert Office.objects.exists()
    assert upkeep.forget_answers() == 0
