# SPDX-License-Identifier: EUPL-1.2
"""The signing matrix of a real office: read as a grid, and changed row by row."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.bureau.signing_grid import Grid, signing_grid
from pendopo.offices.models import Assignment, Office, SigningRule
from tests.bureau.asking import hidden, sent
from tests.bureau.people_rooms import changed, last_change
from tests.counter.desk_room import desk, text_of
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]
LIST, NEW = "/kantor/penandatanganan/", "/kantor/penandatanganan/baru/"


@pytest.fixture
def keeper(real_offices: None, stopped_clock: clock.Clock) -> Client:
    return desk("sekretaris-camat")


def grid() -> Grid:
    return signing_grid(Office.objects.get(code=PANDAAN))


def rule(key: str) -> SigningRule:
    return SigningRule.objects.get(office_id=PANDAAN, position__key=key)


def lines(slug: str) -> dict[str, str]:
    """Who signs a service: title of the column → the line, in the order of the columns."""
    shown = grid()
    row = next(one for one in shown.rows if one.slug == slug)
    cells = zip(shown.columns, row.cells, strict=True)
    return {column.title: cell.capacity.line for column, cell in cells if cell.capacity}


def order() -> list[str]:
    rows = SigningRule.objects.filter(office_id=PANDAAN).order_by("place")
    return list(rows.values_list("position__key", flat=True))


def test_the_grid_says_who_signs_each_service_and_with_which_line(keeper: Client) -> None:
    assert lines("skck") == {
        "Camat Pandaan": "",
        "Sekretaris Kecamatan": "a.n.",
        "Kepala Seksi Pemerintahan dan Pelayanan": "u.b.",
    }
    assert list(lines("ahli-waris")) == ["Camat Pandaan"]


def test_the_block_is_shown_as_it_will_be_printed(keeper: Client) -> None:
    blocks = [one.text for one in grid().blocks]
    assert any(
        re.match(
            r"a\.n\. CAMAT PANDAAN\nSekretaris Kecamatan\nu\.b\.\n"
            r"Kepala Seksi Pemerintahan dan Pelayanan,\n\n\n.+\n.+\nNIP\. \d{18}$",
            text,
        )
        for text in blocks
    ), blocks
    page = keeper.get(LIST).content.decode()
    assert "a.n. CAMAT PANDAAN\nSekretaris Kecamatan," in page


def test_who_acts_today_signs_today(keeper: Client) -> None:
    held = Assignment.objects.filter(office_id=PANDAAN, position__key="camat")
    held.update(capacity="Plt.")
    assert lines("ahli-waris") == {"Plt. Camat Pandaan": "Plt."}
    assert any(one.text.startswith("Plt. CAMAT PANDAAN,") for one in grid().blocks)


def test_a_service_without_a_signer_is_said_on_top(keeper: Client) -> None:
    held = Assignment.objects.filter(office_id=PANDAAN, position__key="camat")
    held.update(to_date=date(2026, 11, 22))
    assert "Surat Keterangan Ahli Waris" in grid().unsigned
    page = text_of(keeper.get(LIST))
    assert "Belum ada yang dapat menandatangani: Surat Keterangan Ahli Waris" in page
    assert "Tidak dipegang siapa pun hari ini, jadi barisnya belum berlaku: Camat Pandaan" in page


def test_who_is_out_now_is_marked(keeper: Client) -> None:
    assert not any(one.away for one in grid().columns)
    keeper.post("/loket/hadir/", {"position": "camat", "reason": "DL"})
    assert [one.away for one in grid().columns] == [True, False, False, False]
    assert 'class="chip late">tidak di tempat' in keeper.get(LIST).content.decode()


def test_a_planned_leave_says_what_nobody_can_sign_meanwhile(keeper: Client) -> None:
    camat = Assignment.objects.get(office_id=PANDAAN, position__key="camat")
    leave = {"officer": str(camat.officer_id), "reason": "Cuti"}
    new = "/kantor/tidak-masuk/baru/"
    sent(keeper, new, **leave, first="2026-11-30", last="2026-12-04")
    page = text_of(keeper.get("/kantor/tidak-masuk/"))
    assert "layanan menunggu tanda tangan" in page
    assert "Surat Keterangan Ahli Waris" in page, "the Camat alone signs it"
    assert "Pengantar SKCK" not in page, "others sign it too"
    Assignment.objects.create(
        office_id=PANDAAN,
        officer=rule("sekretaris-camat").position.assignments.get().officer,
        position=camat.position,
        capacity="Plh.",
        from_date=date(2026, 11, 30),
        to_date=date(2026, 12, 4),
    )
    assert "menunggu tanda tangan" not in text_of(keeper.get("/kantor/tidak-masuk/"))


def test_a_row_is_added_for_one_service(keeper: Client) -> None:
    typed = {
        "position": "kasi-kesos",
        "line": "u.b.",
        "on_behalf_of": "camat",
        "scope": "only",
        "services": ["sktm"],
        "basis": "100.3/7/2026",
    }
    assert sent(keeper, NEW, **typed)["Location"] == LIST
    assert "Kepala Seksi Kesejahteraan Sosial" in lines("sktm")
    assert "Kepala Seksi Kesejahteraan Sosial" not in lines("skck")
    told = last_change(PANDAAN)
    assert told.after and told.after["services"] == [
        "Pengantar SKTM (Surat Keterangan Tidak Mampu)"
    ]
    page = keeper.get(f"{LIST}{rule('kasi-kesos').id}/").content.decode()
    assert re.search(r'value="only"[^>]* checked', page)
    assert re.search(r'value="sktm"[^>]* checked', page)


def test_an_exception_is_lifted(keeper: Client) -> None:
    row = rule("sekretaris-camat")
    typed = {"position": "sekretaris-camat", "line": "a.n.", "on_behalf_of": "camat"}
    sent(keeper, f"{LIST}{row.id}/", **typed, scope="but", services=["perangkat-desa"])
    assert rule("sekretaris-camat").excepted == ["perangkat-desa"]
    assert "Sekretaris Kecamatan" in lines("ahli-waris")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"line": ""}, "bukan pejabat itu sendiri. Pilih a.n. atau u.b."),
        ({"position": "camat"}, "jabatan Camat Pandaan sendiri, jadi tanpa a.n."),
        ({"scope": "only"}, "Centang sedikitnya satu layanan."),
        ({"services": ["khitan"]}, "khitan"),
        ({"position": "raja"}, "raja"),
    ],
)
def test_a_mistake_is_told_beside_the_field(
    keeper: Client, typed: dict[str, object], says: str
) -> None:
    right: dict[str, object] = {
        "position": "kasi-kesos",
        "line": "u.b.",
        "on_behalf_of": "camat",
        "scope": "all",
    }
    answer = sent(keeper, NEW, **{**right, **typed})
    assert answer.status_code == 422
    assert says in text_of(answer)
    assert not changed(PANDAAN)


def test_what_would_leave_a_service_unsigned_is_asked_first(keeper: Client) -> None:
    address = f"{LIST}{rule('camat').id}/hapus/"
    asked = sent(keeper, address)
    assert asked.status_code == 422
    assert "tidak ada yang dapat menandatangani: Surat Keterangan Ahli Waris" in text_of(asked)
    assert rule("camat")
    assert keeper.post(address, {**hidden(asked, 0), "confirmed": "on"})["Location"] == LIST
    assert not SigningRule.objects.filter(office_id=PANDAAN, position__key="camat").exists()
    assert last_change(PANDAAN).after is None


def test_a_change_that_takes_the_last_signer_is_asked_too(keeper: Client) -> None:
    typed = {"position": "camat", "line": "", "on_behalf_of": "camat", "scope": "but"}
    address = f"{LIST}{rule('camat').id}/"
    asked = sent(keeper, address, **typed, services=["ahli-waris"])
    assert asked.status_code == 422
    assert "Surat Keterangan Ahli Waris" in text_of(asked)
    assert rule("camat").excepted == []


def test_a_row_that_others_make_up_for_goes_without_a_question(keeper: Client) -> None:
    assert sent(keeper, f"{LIST}{rule('kasi-pemerintahan').id}/hapus/")["Location"] == LIST


def test_the_order_decides_who_signs_first(keeper: Client) -> None:
    keeper.post(f"{LIST}{rule('sekretaris-camat').id}/naik/", {})
    assert order()[:2] == ["sekretaris-camat", "camat"]
    assert next(iter(lines("skck"))) == "Sekretaris Kecamatan"
    keeper.post(f"{LIST}{rule('sekretaris-camat').id}/turun/", {})
    assert order()[:2] == ["camat", "sekretaris-camat"]


def test_where_the_office_names_no_keepers_the_last_row_for_all_stays(keeper: Client) -> None:
    Office.objects.filter(code=PANDAAN).update(policy={})
    SigningRule.objects.filter(office_id=PANDAAN, position__key="camat").update(services=["skck"])
    address = f"{LIST}{rule('sekretaris-camat').id}/hapus/"
    refused = sent(keeper, address, confirmed="on")
    assert "tidak ada lagi yang dapat masuk" in text_of(refused)
    assert rule("sekretaris-camat")


def test_the_grid_is_read_in_few_queries(
    keeper: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    keeper.get(LIST)
    with django_assert_max_num_queries(22):
        keeper.get(LIST)


def test_no_other_office_s_row_is_found(keeper: Client) -> None:
    theirs = SigningRule.objects.filter(office_id=KESAMBEN)[0]
    assert keeper.get(f"{LIST}{theirs.id}/").status_code == 404
    assert keeper.get(f"{LIST}{theirs.id}/hapus/").status_code == 404
    assert keeper.post(f"{LIST}{theirs.id}/naik/", {}).status_code == 404
