# SPDX-License-Identifier: EUPL-1.2
"""Files that nobody mends: told, and then closed; and papers that nobody fetches."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.queries import case_file
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.left_behind import note_notice
from pendopo.cases.verification import verify
from pendopo.domain import events as ev
from tests.bureau.asking import hidden, sent
from tests.cases import counter
from tests.cases.folders import at_the_signature, back, out
from tests.cases.test_folder_returns import Brought, Result
from tests.counter.real_desks import desk
from tests.real_offices import KESAMBEN, real_offices

__all__ = ["real_offices"]

LIST, CLOSE = "/kantor/ditinggal/", "/kantor/ditinggal/tutup/"


@pytest.fixture(autouse=True)
def _open_office(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def head() -> Client:
    return desk("sekretaris-camat")


def returned(**changes: object) -> str:
    reference = counter.handed_in(**changes).row.reference
    send_back(reference)
    return reference


def send_back(reference: str) -> None:
    said = counter.verdicts(kk="kurang")
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=said))


def row(reference: str) -> models.Case:
    return models.Case.objects.get(reference=reference)


def shown(client: Client) -> dict[str, object]:
    return {one.reference: one for one in client.get(LIST).context["rows"]}


def tell(client: Client, reference: str, way: str = "whatsapp") -> None:
    answer = sent(client, f"{LIST}{reference}/", way=way)
    assert answer["Location"] == LIST


def test_it_appears_after_the_days_of_the_policy(head: Client, stopped_clock: clock.Clock) -> None:
    reference = returned()
    counter.handed_in()
    assert not shown(head)
    stopped_clock.advance(timedelta(days=30))
    assert list(shown(head)) == [reference]
    page = head.get(LIST).content.decode()
    assert "menunggu 30 hari" in page and "Wati Rekaan" in page


def test_the_notice_names_what_lacks_and_the_last_day_and_no_number_of_identity(
    head: Client, stopped_clock: clock.Clock
) -> None:
    reference = returned()
    stopped_clock.advance(timedelta(days=31))
    page = head.get(f"{LIST}{reference}/")
    text = page.context["text"]
    assert "Kartu Keluarga" in text or "KK" in text
    assert "7 Januari 2027" in text
    assert "9914115203850001" not in text
    assert page.context["whatsapp"].startswith("https://wa.me/6281200000001?text=")
    assert unquote(page.context["whatsapp"]).endswith(text)


def test_told_it_waits_its_days_and_is_then_closed_with_the_reason(
    head: Client, stopped_clock: clock.Clock
) -> None:
    reference = returned()
    stopped_clock.advance(timedelta(days=30))
    tell(head, reference)
    assert models.Event.objects.filter(name=oe.NOTICED).count() == 1
    assert "dapat ditutup 6 Januari 2027" in " ".join(head.get(LIST).content.decode().split())
    early = head.post(CLOSE, {"files": f"{reference}:2"}, follow=True).content.decode()
    assert "belum waktunya" in early
    stopped_clock.advance(timedelta(days=14))
    asked = head.post(CLOSE, {"files": f"{reference}:2"})
    assert "Tutup 1 berkas?" in asked.content.decode()
    assert row(reference).ended_at is None
    closed = head.post(CLOSE, hidden(asked, 0), follow=True).content.decode()
    assert "1 berkas ditutup." in closed
    file = case_file(reference, counter.officer("camat"))
    assert file is not None
    assert file.history[-1].event.name == ev.ABANDONED
    assert file.history[-1].private["reasons"] == (
        "Tidak dilanjutkan pemohon: menunggu sejak 23 November 2026, diberi tahu "
        "23 Desember 2026 lewat WhatsApp."
    )
    assert not shown(head)
    assert verify().faults == ()


def test_the_same_press_twice_closes_once_and_says_nothing_wrong(
    head: Client, stopped_clock: clock.Clock
) -> None:
    first, second = returned(), returned(nama="Joko Rekaan")
    stopped_clock.advance(timedelta(days=30))
    for one in (first, second):
        tell(head, one)
    stopped_clock.advance(timedelta(days=14))
    asked = head.post(CLOSE, {"files": [f"{first}:2", f"{second}:2"]})
    typed = {**hidden(asked, 0), "files": [f"{first}:2", f"{second}:2"]}
    assert "2 berkas ditutup." in head.post(CLOSE, typed, follow=True).content.decode()
    head.post(CLOSE, typed)
    assert models.Event.objects.filter(name=ev.ABANDONED).count() == 2


def test_one_that_was_mended_meanwhile_stays_open_and_the_others_are_closed(
    head: Client, stopped_clock: clock.Clock
) -> None:
    gone, mended = returned(), returned(nama="Joko Rekaan")
    stopped_clock.advance(timedelta(days=30))
    for one in (gone, mended):
        tell(head, one, "surat")
    stopped_clock.advance(timedelta(days=14))
    asked = head.post(CLOSE, {"files": [f"{gone}:2", f"{mended}:2"]})
    step = row(mended).state
    counter.done(counter.act(mended, "petugas-loket", step, values=dict(counter.FORM)))
    typed = {**hidden(asked, 0), "files": [f"{gone}:2", f"{mended}:2"]}
    page = head.post(CLOSE, typed, follow=True).content.decode()
    assert "1 berkas ditutup." in page and "tidak lagi menunggu pemohon" in page
    assert row(mended).ended_at is None


def test_a_file_that_came_back_again_must_be_told_anew(
    head: Client, stopped_clock: clock.Clock
) -> None:
    reference = returned()
    stopped_clock.advance(timedelta(days=30))
    tell(head, reference)
    stopped_clock.advance(timedelta(hours=1))
    step = row(reference).state
    counter.done(counter.act(reference, "petugas-loket", step, values=dict(counter.FORM)))
    send_back(reference)
    stopped_clock.advance(timedelta(days=31))
    assert shown(head)[reference].noticed is None  # type: ignore[attr-defined]


def test_a_way_that_is_none_is_asked_for_again(head: Client) -> None:
    answer = sent(head, f"{LIST}{returned()}/", way="merpati")
    assert answer["Location"] != LIST
    assert not models.Event.objects.filter(name=oe.NOTICED).exists()


def test_nothing_chosen_says_so(head: Client) -> None:
    assert "Pilih dahulu" in head.post(CLOSE, {}, follow=True).content.decode()


def test_no_other_office_tells_or_closes_it(stopped_clock: clock.Clock) -> None:
    reference = returned()
    stopped_clock.advance(timedelta(days=60))
    stranger = desk("camat", KESAMBEN)
    assert stranger.get(f"{LIST}{reference}/").status_code == 404
    note_notice(reference=reference, way="surat", actor=counter.officer("camat"))
    stopped_clock.advance(timedelta(days=20))
    stranger.post(CLOSE, {"files": f"{reference}:2", "do": "pasti", "form_key": "x"})
    assert row(reference).ended_at is None


def test_nobody_notes_a_notice_who_does_not_keep_the_settings() -> None:
    answer = note_notice(reference=returned(), way="surat", actor=counter.officer("petugas-loket"))
    assert isinstance(answer, NotRecorded)
    assert not models.Event.objects.filter(name=oe.NOTICED).exists()


def test_a_long_list_is_read_in_few_queries(
    head: Client, stopped_clock: clock.Clock, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(5):
        returned(nama=f"Wati Rekaan {'I' * n}")
    stopped_clock.advance(timedelta(days=40))
    head.get(LIST)
    with django_assert_max_num_queries(24):
        assert len(shown(head)) == 5


def test_a_paper_that_lies_ready_for_long_is_reminded_of_and_never_closed(
    head: Client, stopped_clock: clock.Clock
) -> None:
    reference = at_the_signature()
    back(out(reference), Brought(reference, Result.SIGNED))
    assert not head.get(LIST).context["ready"]
    stopped_clock.advance(timedelta(days=8))
    (one,) = head.get(LIST).context["ready"]
    assert one.row.reference == reference
    assert "sudah dapat diambil" in unquote(one.whatsapp)


def test_the_days_are_the_office_s_to_settle(head: Client, stopped_clock: clock.Clock) -> None:
    reference = returned()
    page = "/kantor/batas-waktu/"
    wrong = sent(head, page, returned_days="2", notice_days="14", personal_years="5")
    assert wrong.status_code == 422
    answer = sent(head, page, returned_days="60", notice_days="14", personal_years="5")
    assert answer["Location"] == page
    stopped_clock.advance(timedelta(days=59))
    assert not shown(head)
    stopped_clock.advance(timedelta(days=1))
    assert list(shown(head)) == [reference]
    assert "Lama menunggu pemohon (hari)" in head.get("/kantor/riwayat/").content.decode()
