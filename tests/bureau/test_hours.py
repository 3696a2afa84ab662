# SPDX-License-Identifier: EUPL-1.2
"""Opening hours in three layers and seasons, checked, looked at, and kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.services.settings.hours import TypedWeek, keep_hours
from pendopo.cases.settings_history import change_rows, changes
from pendopo.domain.hours import Layer
from pendopo.domain.typed_hours import TypedDay
from pendopo.offices.calendars import calendar_of
from pendopo.offices.models import Office
from tests import people
from tests.bureau.asking import hidden, sent
from tests.cases import counter
from tests.counter.conftest import At
from tests.counter.real_desks import AtPosition, at_position
from tests.real_offices import PANDAAN, real_offices

__all__ = ["at_position", "real_offices"]

CODE = people.OFFICE.code
ALL, WORK, COUNTER = "/kantor/jam/", "/kantor/jam/kerja/", "/kantor/jam/loket/"
NEW = "/kantor/jam/masa/baru/"
DAYS = ("senin", "selasa", "rabu", "kamis", "jumat")


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def week(opens: str = "07.30", closes: str = "16.00", **others: str) -> dict[str, str]:
    """Five days with an hour for lunch, with what is typed over them."""
    typed = {}
    for day in DAYS:
        typed |= {f"{day}-open": opens, f"{day}-close": closes}
        typed |= {f"{day}-rest0": "12.00", f"{day}-rest0to": "13.00"}
    return {**typed, **{name.replace("__", "-"): text for name, text in others.items()}}


def kept() -> Office:
    return Office.objects.get(code=CODE)


def test_the_week_is_shown_with_its_length(sari: Client) -> None:
    page = sari.get(ALL).content.decode()
    assert "07.30–12.00" in page and "37 jam 30 menit" in page
    assert "Sekarang sama dengan jam kerja" in page


def test_office_hours_are_kept_as_they_were_typed(sari: Client) -> None:
    answer = sent(sari, WORK, **week("8", "14.30", jumat__rest0="", jumat__rest0to=""))
    assert answer["Location"] == ALL
    hours = kept().hours["office"]
    assert hours["senin"] == [["08:00", "12:00"], ["13:00", "14:30"]]
    assert hours["jumat"] == [["08:00", "14:30"]] and "sabtu" not in hours
    told = changes(change_rows(CODE))[0]
    assert told.before and told.before["senin"] == "07.30–12.00, 13.00–16.00"
    assert told.after and told.after["senin"] == "08.00–12.00, 13.00–14.30"


def test_a_counter_with_hours_of_its_own_goes_back_to_the_office_s(sari: Client) -> None:
    sent(sari, COUNTER, own="own", **week("08.00", "15.00"))
    assert kept().hours["counter"]["senin"] == [["08:00", "12:00"], ["13:00", "15:00"]]
    sent(sari, COUNTER, own="same", **week("ngawur"))
    assert "counter" not in kept().hours


@pytest.mark.parametrize(
    ("address", "typed", "told"),
    [
        (WORK, week(senin__close="7"), "Jam tutup harus sesudah 07.30."),
        (WORK, week(senin__rest0to="17"), "Istirahat harus di antara 07.30 dan 16.00."),
        (WORK, week(senin__open="pagi"), "Tulis jam seperti 07.30."),
        (COUNTER, {"own": "own", **week(senin__open="07.00")}, "Jam kerja hari ini 07.30–16.00"),
        (
            COUNTER,
            {"own": "own", **week(sabtu__open="08", sabtu__close="10")},
            "Kantor tutup pada hari ini",
        ),
        (WORK, {}, "Isi paling sedikit satu hari."),
    ],
)
@pytest.mark.parametrize("do", ["", "look"])
def test_hours_that_cannot_be_are_told_at_their_day(
    sari: Client, address: str, typed: dict[str, str], told: str, do: str
) -> None:
    answer = sent(sari, address, **typed, do=do)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page and all(f'value="{text}"' in page for text in typed.values() if ":" in text)
    assert not change_rows(CODE).exists()


def test_the_office_does_not_close_while_its_counter_is_open(sari: Client) -> None:
    sent(sari, COUNTER, own="own", **week("07.30", "16.00"))
    answer = sent(sari, WORK, **week("07.30", "14.00"))
    assert answer.status_code == 422
    assert "Jam loket hari ini 07.30–12.00, 13.00–16.00; ubah jam itu dahulu." in (
        answer.content.decode()
    )


def test_a_season_is_added_changed_and_taken_away(sari: Client) -> None:
    typed = {
        **week("08.00", "15.00"),
        "name": "Ramadan 1448 Hijriah",
        "from_date": "2027-02-08",
        "to_date": "9-3-2027",
        "layer": Layer.OFFICE_HOURS.value,
    }
    assert sent(sari, NEW, **typed)["Location"] == ALL
    calendar = calendar_of(kept())
    assert calendar.season(date(2027, 3, 9), Layer.OFFICE_HOURS)
    one = "/kantor/jam/masa/office-2027-02-08/"
    assert "Ramadan 1448 Hijriah" in sari.get(ALL).content.decode()
    sent(sari, one, **{**typed, "to_date": "2027-03-10"})
    assert kept().seasons[0]["to"] == "2027-03-10"
    sari.post(f"{one}hapus/", hidden(sari.get(one), 1))
    assert kept().seasons == []
    assert [told.what for told in changes(change_rows(CODE))] == ["season"] * 3


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("2027-03-09", "2027-02-08"), "Harus pada atau sesudah"),
        (("2027-01-01", "2027-12-31"), "terlalu panjang"),
        (("2027-06-30", "2027-07-02"), "Bertindih dengan Cuaca buruk"),
        (("besok", "2027-07-02"), "Tulis tanggal seperti"),
    ],
)
def test_a_season_that_cannot_be_is_told_beside_its_dates(
    sari: Client, days: tuple[str, str], told: str
) -> None:
    typed = {**week("08.00", "15.00"), "layer": Layer.OFFICE_HOURS.value}
    weather = {"name": "Cuaca buruk", "from_date": "2027-07-01", "to_date": "2027-07-05"}
    sent(sari, NEW, **typed, **weather)
    answer = sent(sari, NEW, **typed, name="Lain", from_date=days[0], to_date=days[1])
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_running_files_are_due_by_the_new_hours_at_once(
    real_offices: None, stopped_clock: clock.Clock
) -> None:
    row = counter.handed_in().row
    said = counter.verdicts()
    counter.done(counter.act(row.reference, "petugas-loket", "verifikasi", verdicts=said))
    before = models.Case.objects.get(reference=row.reference).due_at
    days = [TypedDay("09.45", "15.00")] * 5 + [TypedDay()] * 2
    answer = keep_hours(
        actor=counter.officer("camat"), layer=Layer.COUNTER_HOURS, typed=TypedWeek(days)
    )
    assert answer.anew and answer.anew.changed == 1  # type: ignore[union-attr]
    after = models.Case.objects.get(reference=row.reference).due_at
    assert before and after == before + timedelta(minutes=5)
    assert Office.objects.get(code=PANDAAN).hours["counter"]["senin"] == [["09:45", "15:00"]]


def test_the_pages_ask_as_much_whatever_the_number_of_services(
    at_position: AtPosition,
    stopped_clock: clock.Clock,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = at_position("camat")
    client.get(ALL)  # what standards say is read once by each process
    with django_assert_max_num_queries(14):
        client.get(ALL)
    with django_assert_max_num_queries(10):
        client.get("/kantor/libur/")
