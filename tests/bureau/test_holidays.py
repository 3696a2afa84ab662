# SPDX-License-Identifier: EUPL-1.2
"""Days off: the nation's are shown as they were read, the office's own are kept here."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.test import Client

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.services.settings.closures import TypedClosure, keep_closure, remove_closure
from pendopo.cases.settings_history import change_rows, changes
from pendopo.offices.models import LocalClosure, Office
from pendopo.offices.seeding import seed_year
from tests import people
from tests.bureau.asking import hidden, sent
from tests.cases import counter
from tests.counter.conftest import At
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]

CODE = people.OFFICE.code
LIST, NEW = "/kantor/libur/", "/kantor/libur/baru/"
FLOOD = {"date": "2026-12-01", "until": "", "from_time": "", "to_time": "", "reason": "Banjir"}


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def test_a_year_that_was_read_is_shown_and_the_one_that_is_missing_is_named(sari: Client) -> None:
    seed_year(people.YEAR_2026)
    page = sari.get(LIST).content.decode()
    assert "SKB rekaan untuk pengujian" in page and "Kelahiran Yesus Kristus" in page
    assert "SKB 2027 belum ada" in page and "Hari Lahir Pancasila" in page
    assert "SKB 2026 belum ada" not in page


def test_a_year_nobody_entered_is_named_as_well(sari: Client) -> None:
    assert "SKB 2026 belum ada" in sari.get(LIST).content.decode()


def test_shared_leave_says_whether_this_office_closes(sari: Client, office: Office) -> None:
    seed_year(people.YEAR_2026)
    assert "tetap buka" not in sari.get(LIST).content.decode()
    office.policy = {**office.policy, "cuti_bersama_closes": False}
    office.save(update_fields=["policy"])
    assert "cuti bersama; kantor ini tetap buka" in sari.get(LIST).content.decode()


def test_a_day_is_closed_changed_and_opened_again(sari: Client) -> None:
    assert sent(sari, NEW, **FLOOD)["Location"] == LIST
    row = LocalClosure.objects.get(office_id=CODE)
    assert (row.date, row.from_time, row.reason) == (date(2026, 12, 1), None, "Banjir")
    one = f"{LIST}{row.id}/"
    sent(sari, one, date="1-12-2026", from_time="10", to_time="12.30", reason="Banjir")
    row.refresh_from_db()
    assert (row.from_time, row.to_time) == (time(10), time(12, 30))
    assert "10.00–12.30" in sari.get(LIST).content.decode()
    sari.post(f"{one}hapus/", hidden(sari.get(one), 1))
    assert not LocalClosure.objects.exists()
    assert [told.what for told in changes(change_rows(CODE))] == ["closure"] * 3


def test_several_days_are_closed_at_once_and_each_is_told(sari: Client) -> None:
    sent(sari, NEW, **{**FLOOD, "until": "2026-12-03"})
    days = LocalClosure.objects.order_by("date").values_list("date", flat=True)
    assert list(days) == [date(2026, 12, n) for n in (1, 2, 3)]
    assert change_rows(CODE).count() == 3


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"reason": ""}, "Masih kosong."),
        ({"date": "2026-31-12"}, "Tulis tanggal seperti"),
        ({"date": "1926-12-01"}, "Periksa tahunnya"),
        ({"until": "2026-11-01"}, "Harus pada atau sesudah 1 Desember 2026."),
        ({"until": "2027-11-01"}, "paling banyak 31 hari"),
        ({"from_time": "10.00"}, "atau kosongkan keduanya"),
        ({"from_time": "12.00", "to_time": "10.00"}, "Harus sesudah 12.00."),
        ({"date": "2026-11-30", "until": "2026-12-10"}, "2 Desember 2026 sudah ditutup: Upacara."),
    ],
)
def test_a_closure_that_cannot_be_is_told_beside_its_field(
    sari: Client, typed: dict[str, str], told: str
) -> None:
    LocalClosure.objects.create(office_id=CODE, date=date(2026, 12, 2), reason="Upacara")
    answer = sent(sari, NEW, **{**FLOOD, **typed})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert LocalClosure.objects.count() == 1


def test_two_closures_of_one_day_at_other_hours_are_fine(sari: Client) -> None:
    sent(sari, NEW, **{**FLOOD, "from_time": "8", "to_time": "9"})
    assert sent(sari, NEW, **{**FLOOD, "from_time": "9", "to_time": "10"})["Location"] == LIST


def test_no_other_office_s_closure_is_found(sari: Client, other_office: Office) -> None:
    row = LocalClosure.objects.create(office=other_office, date=date(2026, 12, 2), reason="X")
    assert sari.get(f"{LIST}{row.id}/").status_code == 404


def test_running_files_are_due_later_and_earlier_again(
    real_offices: None, stopped_clock: clock.Clock
) -> None:
    reference = counter.handed_in().row.reference
    said = counter.verdicts()
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=said))
    before = models.Case.objects.get(reference=reference).due_at
    camat = counter.officer("camat")
    typed = TypedClosure(counter.TODAY, None, "09.40", "10.40", "Listrik padam")
    answer = keep_closure(actor=camat, id=None, typed=typed)
    assert answer.anew and answer.anew.changed == 1  # type: ignore[union-attr]
    after = models.Case.objects.get(reference=reference).due_at
    assert before and after == before + timedelta(hours=1)
    remove_closure(actor=camat, id=LocalClosure.objects.get(office_id=PANDAAN).id)
    assert models.Case.objects.get(reference=reference).due_at == before
