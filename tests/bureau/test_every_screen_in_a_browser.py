# SPDX-License-Identifier: EUPL-1.2
"""Every screen of the bureau as a browser shows it, narrow and wide; a picture of each is kept.

A template that stands on no page of these tours is named at the end.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from pendopo.base import clock
from pendopo.cases.services.left_behind import note_notice
from pendopo.offices.models import Assignment, Office, Officer, SigningRule, Village
from tests.bureau.test_left_behind import returned
from tests.cases import counter
from tests.counter.browsing import Open, needs_chromium
from tests.counter.desk_room import desk
from tests.counter.looking import Looking
from tests.pictures import named
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = [
    pytest.mark.usefixtures("real_offices", "stopped_clock"),
    pytest.mark.one_engine,
    needs_chromium,
]
OFFICE = (
    *("", "data/", "kontak/", "kop/", "kop/lambang/", "warna/", "kebijakan/", "riwayat/"),
    *("jam/", "jam/kerja/", "jam/masa/baru/", "libur/", "libur/baru/"),
    *("desa/", "desa/baru/", "desa/banyak/", "desa/35.14.11.2004/"),
    *("buku/", "buku/baru/", "buku/agenda-masuk/", "buku/agenda-masuk/kolom/"),
)
CARE = (
    *("salinan/", "keadaan/", "ditinggal/", "batas-waktu/", "hapus-data/"),
    *("standar/", "standar/pemeriksaan/", "standar/skck/", "standar/skck/banding/"),
)


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


@pytest.mark.parametrize("width", [360, 1280])
def test_every_template_is_accessible_and_fits(
    window: Open, stopped_clock: clock.Clock, width: int
) -> None:
    office = Office.objects.get(code=PANDAAN)
    office.policy = {**office.policy, "hue": "5b3a8c"}
    office.save(update_fields=["policy"])
    look = Looking(window, width, folder="kantor")
    look.visits(desk("petugas-loket"), **{"bukan-bagian": "/kantor/"})
    rooms(look)
    people(look)
    what_is_asked_once(look)
    two_at_one_village(look)
    files_left_behind(look, stopped_clock)
    assert look.faults == []
    missing = look.not_seen("bureau/")
    assert missing == [], "\n".join(missing)


def rooms(look: Looking) -> None:
    """The office and its care."""
    addresses = [f"/kantor/{one}" for one in (*OFFICE, *CARE)]
    look.visits(desk("camat"), **{named(one): one for one in addresses})


def people(look: Looking) -> None:
    """Officers, positions, assignments, the matrix, absences and keys."""
    officer = Officer.objects.filter(office_id=PANDAAN, user=None)[0].id
    assignment = Assignment.objects.filter(office_id=PANDAAN)[0].id
    rule = SigningRule.objects.get(office_id=PANDAAN, position__key="sekretaris-camat").id
    pages = {
        "petugas": ("", "baru/", f"{officer}/", f"{officer}/ubah/", f"{officer}/akun/"),
        "jabatan": ("", "baru/", "kasi-kesos/"),
        "penugasan": ("", "baru/", f"{assignment}/"),
        "penandatanganan": ("", "baru/", f"{rule}/", f"{rule}/hapus/"),
        "tidak-masuk": ("", "baru/"),
        "kunci": ("", "baru/"),
    }
    named_pages = {
        f"{room}-{n}": f"/kantor/{room}/{below}"
        for room, all_below in pages.items()
        for n, below in enumerate(all_below, 1)
    }
    look.visits(desk("sekretaris-camat"), **named_pages)


def what_is_asked_once(look: Looking) -> None:
    """A first password, a key, and the question before an account is closed."""
    officer = Officer.objects.filter(office_id=PANDAAN, user=None)[0].id
    shown = look.visits(desk("sekretaris-camat"))
    page = shown.open(f"/kantor/petugas/{officer}/akun/")
    page.fill("[name=user_name]", "rekaan")
    page.get_by_role("button", name="Buat akun").click()
    expect(page.locator("main")).to_contain_text("rekaan")
    look.looks(shown, "sandi-pertama")
    shown.open(f"/kantor/petugas/{officer}/akun/tutup/")
    look.looks(shown, "akun-tutup")
    page = shown.open("/kantor/kunci/baru/")
    page.locator("main select").first.select_option(index=1)
    page.get_by_role("button", name="Buat kunci").click()
    expect(page.locator("main")).to_contain_text("pendopo_")
    look.looks(shown, "kunci-sekali")


def two_at_one_village(look: Looking) -> None:
    """How a row stands now is shown beside what was typed."""
    village = Village.objects.filter(office_id=PANDAAN)[0]
    shown = look.visits(desk("camat"))
    page = shown.open(f"/kantor/desa/{village.code}/")
    Village.objects.filter(office_id=PANDAAN, id=village.id).update(name="Nama Orang Lain")
    page.fill("[name=name]", "Nama Saya")
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("main")).to_contain_text("Yang sekarang berlaku")
    look.looks(shown, "desa-berdua")


def files_left_behind(look: Looking, hand: clock.Clock) -> None:
    """Told, closed after a question; and what goes when data are erased."""
    told, untold = returned(), returned()
    ended = counter.carried_to_the_end().row.reference
    hand.advance(timedelta(days=31))
    note_notice(reference=told, way="surat", actor=counter.officer("camat"))
    hand.advance(timedelta(days=15))
    shown = look.visits(
        desk("camat"),
        **{"ditinggal-isi": "/kantor/ditinggal/", "beri-tahu": f"/kantor/ditinggal/{untold}/"},
    )
    page = shown.open("/kantor/ditinggal/")
    page.locator(f'[value^="{told}:"]').check()
    page.get_by_role("button", name="Tutup yang dipilih").click()
    expect(page.locator("h1")).not_to_have_text("Berkas yang ditinggal")
    look.looks(shown, "tutup-yakin")
    page = shown.open("/kantor/hapus-data/")
    page.fill("[name=reference]", ended)
    page.get_by_role("button", name="Lihat apa yang akan dihapus").first.click()
    expect(page.locator("main")).to_contain_text("Yang hilang")
    look.looks(shown, "hapus-yakin")
