# SPDX-License-Identifier: EUPL-1.2
"""Pages of the portal that are met on the side, as a browser shows them: accessible, and they fit.

Each is made as it comes about, before the browser begins. The usual pages are looked at where
they are walked; together they are all templates of the portal.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import sync_playwright
from pytest_django import Settings

from pendopo.cases.composing.marks import mark_of
from pendopo.cases.services import applications
from pendopo.screens.attempts import Allowance
from tests.cases import counter, letters
from tests.counter.browsing import CHROMIUM, is_too_wide, needs_chromium
from tests.pictures import ROOT, keep_screen
from tests.portal.applying.walk import Walker, example
from tests.portal.following import WRONG_CODE, enter, returned
from tests.portal.test_in_a_browser import Made, _faults, show, window
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, needs_chromium]
USUAL = {
    *("office.html", "offices.html", "security.html", "service.html"),
    *(f"apply/{one}.html" for one in ("check", "come-back", "kept", "photos")),
    *(f"apply/{one}.html" for one in ("question", "sent", "start")),
    *(f"follow/{one}.html" for one in ("case", "check", "deed", "mend", "photo", "promise")),
    *("follow/track.html", "follow/verify.html", "apply/base.html", "follow/base.html"),
}
"""What `test_in_a_browser`, `test_following_in_a_browser` and `applying` look at."""


def too_large(patch: pytest.MonkeyPatch) -> HttpResponse:
    patch.setattr("django.conf.settings.DATA_UPLOAD_MAX_MEMORY_SIZE", 20)
    return Client().post("/lacak/", {"nomor": "PDN 7K3 F9N", "kode": "7K3F9QXA"})


def begun(slug: str = "skck") -> Walker:
    walker = Walker(PANDAAN, slug)
    walker.begin()
    return walker


def met(walker: Walker, template: str) -> HttpResponse:
    """The first page of this template on the way to the check."""
    answers = example(walker.office, walker.slug)
    for _ in range(40):
        if template in drawn(walker.response):
            return walker.response
        if walker.where.endswith("/foto/"):
            walker.send({"lanjut": "1"})
        else:
            walker.send(walker.fields(answers))
    raise AssertionError(template)


def slow_printing(patch: pytest.MonkeyPatch) -> HttpResponse:
    none = Allowance("uji-tanda-terima", 0, timedelta(minutes=15))
    walker = begun()
    walker.walk(example(PANDAAN, "skck"))
    walker.check_and_send()
    patch.setattr("pendopo.portal.receipts.RECEIPTS", none)
    return walker.get(f"{walker.base}terkirim/tanda-terima/")


def too_much(patch: pytest.MonkeyPatch) -> HttpResponse:
    walker = begun()
    walker.send({"isi/nama": "Wati Rekaan", "isi/desa": f"{PANDAAN}.1006"})
    patch.setattr(applications, "MOST_LETTERS", 20)
    return walker.send({"isi/keperluan": "kerja"})


def stale(_: pytest.MonkeyPatch) -> HttpResponse:
    walker = Walker(PANDAAN, "skck", Client(enforce_csrf_checks=True))
    return walker.send({"isi/nama": "Wati Rekaan"}, f"{walker.base}isi/nama/")


def too_often(_: pytest.MonkeyPatch) -> HttpResponse:
    reference, client = returned(), Client()
    typed = {"nomor": reference, "kode": WRONG_CODE}
    return [client.post("/lacak/", typed) for _ in range(11)][-1]


def marks_too_often(_: pytest.MonkeyPatch) -> HttpResponse:
    reference, client = letters.filed("skck", KESAMBEN), Client(REMOTE_ADDR="198.51.100.7")
    address = f"/cek/{reference}.rekomendasi.000000/"
    return [client.get(address) for _ in range(21)][-1]


def no_more(_: pytest.MonkeyPatch) -> HttpResponse:
    reference = returned()
    typed = {"version": "2", "reasons": "Sudah tidak perlu."}
    return enter(reference).post(f"/lacak/{reference}/langkah/verifikasi/", typed)


def by_number(_: pytest.MonkeyPatch) -> HttpResponse:
    counter.carried_to_the_end()
    return Client().post("/cek/nomor/", {"kantor": PANDAAN, "nomor": "1 / XI / 2026"})


def by_file(_: pytest.MonkeyPatch) -> HttpResponse:
    file = io.BytesIO(b"%PDF-1.4 rekaan")
    file.name = "surat.pdf"
    return Client().post("/cek/berkas/", {"berkas": file})


def forgetting(_: pytest.MonkeyPatch) -> HttpResponse:
    walker = begun()
    walker.send({"isi/nama": "Wati Rekaan", "isi/desa": f"{PANDAAN}.1006"})
    return walker.get(f"{walker.base}hapus/")


RARE: dict[str, Callable[[pytest.MonkeyPatch], HttpResponse]] = {
    "../413.html": too_large,
    "apply/again.html": stale,
    "apply/forget.html": forgetting,
    "apply/list.html": lambda _: met(begun("pbb"), "portal/apply/list.html"),
    "apply/no-picture.html": slow_printing,
    "apply/secrecy.html": lambda _: met(begun("pengaduan"), "portal/apply/secrecy.html"),
    "apply/too-much.html": too_much,
    "check.html": lambda _: Client().get(f"/cek/{mark_of(letters.wedding(), 'surat')}/"),
    "check-unknown.html": lambda _: Client().get("/cek/PDN000000.surat.000000/"),
    "check-later.html": marks_too_often,
    "follow/code.html": lambda _: Client().get(f"/lacak/{returned()}/"),
    "follow/file.html": by_file,
    "follow/gone.html": no_more,
    "follow/later.html": too_often,
    "follow/number.html": by_number,
}


def drawn(answer: Any) -> set[str]:
    """The templates that a page was made of."""
    return {one.name for one in getattr(answer, "templates", []) if one.name}


def test_every_template_of_the_portal_is_looked_at_somewhere() -> None:
    folder = ROOT / "pendopo" / "templates" / "portal"
    every = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    pages = {one for one in every if "{% extends" in (folder / one).read_text(encoding="utf-8")}
    assert pages - USUAL - RARE.keys() == set()


def test_each_is_accessible_and_fits(
    real_offices: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    made: Made = {}
    for name, come_about in RARE.items():
        with monkeypatch.context() as patch:
            answer = come_about(patch)
        assert f"portal/{name}".replace("portal/../", "") in drawn(answer), name
        made[f"/rare/{name.removeprefix('../')}"] = (200, dict(answer.items()), answer.content)
    found, heard = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (360, 1280):
            page = window(browser, made, width, heard)
            for address in made:
                found += _faults(Axe().run(show(page, address)).response, address)
                found += [f"{address}: too wide at {width}"] if is_too_wide(page) else []
                keep_screen(page, f"portal/{address[6:-5].replace('/', '-')}", width)
    assert (found, heard) == ([], [])
