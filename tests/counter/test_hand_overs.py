# SPDX-License-Identifier: EUPL-1.2
"""Several files for one collector: each for itself, with what was still to come."""

from __future__ import annotations

import io
import json
from typing import Any

import pikepdf
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.composing.look import look_of
from pendopo.cases.queries import case_file
from pendopo.offices.models import Office
from pendopo.screens.signing.hand_over_list import hand_over_listing, handed_over
from pendopo.screens.signing.hand_overs import ReadyList, ReadyRow
from tests.cases import counter
from tests.cases.folders import at_the_signature, back, out
from tests.cases.test_folder_returns import Brought, Result
from tests.counter.real_desks import desk
from tests.counter.signing_forms import state
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]

READY = "/loket/serah/"


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def rini() -> Client:
    return desk("petugas-loket")


def ready(**verdicts: str) -> str:
    """A file whose paper lies signed, numbered and stamped."""
    reference = at_the_signature(**verdicts)
    back(out(reference), Brought(reference, Result.SIGNED))
    return reference


def shown(client: Client, query: str = "") -> ReadyList:
    return client.get(READY + query).context["list"]


def rows(client: Client) -> dict[str, ReadyRow]:
    return {row.reference: row for heap in shown(client).heaps for row in heap.rows}


def fetched(*references: str, **more: Any) -> dict[str, Any]:
    """The form for these files as it would be sent."""
    found = {row.reference: row for row in models.Case.objects.filter(reference__in=references)}
    told = {f"version-{one}": str(row.version) for one, row in found.items()}
    told |= {f"step-{one}": row.state for one, row in found.items()}
    who = {"collector": "Joko Rekaan", "relation": "perangkat-desa", "form_key": "serah"}
    return {"files": list(references), **told, **who, **more}


def test_what_lies_ready_stands_by_village_with_its_number(rini: Client) -> None:
    reference = ready()
    at_the_signature()
    heap = shown(rini).heaps[0]
    assert (heap.village, [row.reference for row in heap.rows]) == ("Kutorejo", [reference])
    assert heap.rows[0].numbers == ("1 / XI / 2026",)
    assert heap.rows[0].since == "siap sejak 1 menit"


def test_it_can_be_sifted_by_village(rini: Client) -> None:
    ready()
    village = rows(rini).popitem()[1].village_code
    assert shown(rini, f"?desa={village}").count == 1
    assert shown(rini, "?desa=99").count == 0


def test_one_collector_takes_several(rini: Client) -> None:
    references = [ready() for _ in range(3)]
    response = rini.post(READY, fetched(*references))
    assert response.status_code == 302
    assert {state(one) for one in references} == {"diserahkan"}
    events = models.Event.objects.filter(name="product.handed-over")
    assert {json.loads(event.data)["relation"] for event in events} == {"perangkat-desa"}
    page = rini.get(response["Location"]).content.decode()
    assert "3 berkas diserahkan." in page
    assert "Cetak daftar yang baru diserahkan" in page


def test_what_was_to_follow_blocks_until_it_is_ticked(rini: Client) -> None:
    owing, free = ready(foto="menyusul"), ready()
    assert [one.label for one in rows(rini)[owing].owed] == ["Pas foto"]
    response = rini.post(READY, fetched(owing, free))
    assert (response.status_code, response.context["outcome"].done) == (422, 1)
    assert "Pas foto belum diterima" in response.content.decode()
    assert (state(owing), state(free)) == ("serahkan", "diserahkan")
    with_photo = fetched(owing, **{f"received-{owing}": ["foto"]})
    assert rini.post(READY, with_photo).status_code == 302
    assert state(owing) == "diserahkan"


def test_what_was_ticked_and_typed_stays(rini: Client) -> None:
    owing = ready(foto="menyusul", kk="menyusul")
    said = {f"received-{owing}": ["foto"]}
    page = rini.post(READY, fetched(owing, **said)).content.decode()
    assert 'value="Joko Rekaan"' in page
    assert f'name="received-{owing}" value="foto" checked' in page
    assert f'name="received-{owing}" value="kk" checked' not in page


def test_a_double_press_hands_over_once(rini: Client) -> None:
    form = fetched(ready())
    led = {rini.post(READY, form)["Location"] for _ in range(2)}
    assert len(led) == 1
    assert models.Event.objects.filter(name="product.handed-over").count() == 1


def test_who_takes_what_must_be_said(rini: Client) -> None:
    reference = ready()
    for relation, asked in (
        ("", "Pilih siapa yang mengambil."),
        ("kuasa", "Tulis nama pengambil."),
    ):
        response = rini.post(READY, fetched(reference, collector=" ", relation=relation))
        assert response.status_code == 422
        assert asked in response.content.decode()
    assert rini.post(READY, fetched()).status_code == 422
    assert state(reference) == "serahkan"


def test_whoever_fetches_her_own_need_not_be_named(rini: Client) -> None:
    reference = ready()
    rini.post(READY, fetched(reference, collector="", relation="sendiri"))
    file = case_file(reference, counter.officer("petugas-loket"))
    assert file is not None
    assert file.history[-1].private["collector"] == "Wati Rekaan"


def test_a_file_that_was_fetched_meanwhile_says_so(rini: Client) -> None:
    reference = ready()
    form = fetched(reference)
    taken = {"collector": "Wati Rekaan", "relation": "sendiri"}
    counter.done(counter.act(reference, "petugas-loket", "serahkan", **taken))
    refused = rini.post(READY, form).context["outcome"].refused[0]
    assert "sudah berubah" in refused.texts[0]
    assert "Diserahkan" in refused.since[0]


def test_the_list_is_printed_for_both_to_sign(rini: Client) -> None:
    owing = ready(foto="menyusul")
    rini.post(READY, fetched(owing, **{f"received-{owing}": ["foto"]}))
    response = rini.get(f"{READY}daftar/?berkas={owing}")
    assert len(pikepdf.open(io.BytesIO(response.content)).pages) == 1
    files = handed_over(PANDAAN, [owing], counter.officer("petugas-loket"))
    office = Office.objects.get(code=PANDAAN)
    listing = hand_over_listing(files, look_of(office), "Rini Contoh")
    assert listing.table.rows == (
        ("1", "Wati Rekaan", "Kutorejo", "Pengantar SKCK", "1 / XI / 2026", "Pas foto"),
    )
    assert [one.name for one in listing.signatures] == ["Joko Rekaan", "Rini Contoh"]


def test_only_what_was_handed_over_is_listed(rini: Client) -> None:
    assert rini.get(f"{READY}daftar/?berkas={ready()}").status_code == 404
    assert rini.get(f"{READY}daftar/").status_code == 404


def test_another_office_neither_sees_nor_prints_it() -> None:
    reference = ready()
    theirs = desk("petugas-loket", KESAMBEN)
    assert shown(theirs).count == 0
    assert theirs.post(READY, fetched(reference)).status_code == 422
    assert state(reference) == "serahkan"
    assert theirs.get(f"{READY}daftar/?berkas={reference}").status_code == 404


def test_who_hands_nothing_over_reads_a_kind_empty_page() -> None:
    ready()
    page = desk("camat").get(READY).content.decode()
    assert "Belum ada yang siap diambil" in page


def test_a_confidential_matter_keeps_its_name_back() -> None:
    reference = ready()
    models.Case.objects.filter(reference=reference).update(confidential=True)
    page = desk("petugas-loket").get(READY).content.decode()
    assert "Wati Rekaan" in page  # It is her turn: whoever hands it over knows whose it is.
    models.Case.objects.filter(reference=reference).update(waiting_for="pemohon")
    assert "Wati Rekaan" not in desk("petugas-loket").get(READY).content.decode()


def test_ten_files_cost_the_queries_of_a_few(
    rini: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(10):
        ready()
    rini.get(READY)
    with django_assert_max_num_queries(26):
        assert rini.get(READY).context["list"].count == 10
