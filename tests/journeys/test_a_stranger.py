# SPDX-License-Identifier: EUPL-1.2
"""One who has just started Pendopo plays everybody: how many clicks to a sheet handed over?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.journeys.people import People

CLICKS, FIELDS = 29, 5
"""What it takes today. Each is something to find and to understand, so who asks for more says why.

Twelve clicks apply, three lead to the other side of the counter, eight are the officers' work, and
six change whom one plays.
"""


@dataclass(slots=True)
class Stranger:
    """Counts each press, and each field that is typed or answered from a list."""

    page: Page
    clicks: int = 0
    fields: int = 0

    def presses(self, *words: str) -> None:
        """Buttons, links and choices of the page that begin so, one after the other."""
        for some in words:
            begins = re.compile(rf"^\s*{re.escape(some)}")
            said = self.page.locator("#isi").locator("button:visible, a:visible, label:visible")
            self._click_on(said.filter(has_text=begins).first)

    def picks(self, words: str) -> None:
        """A line of the queue that says so."""
        self._click_on(self.page.locator("#isi a:visible", has_text=words).first)

    def crosses(self, officer: str) -> None:
        """To the other side of the counter, by the strip above every page of a demonstration."""
        self._click_on(self.page.locator(".example a"))
        self.presses(officer)

    def becomes(self, officer: str) -> None:
        """Another officer, by the buttons of a demonstration."""
        menu = self.page.locator(".menu.account")
        self._click_on(menu.locator("summary"))
        self._click_on(menu.get_by_role("button", name="Keluar"))
        self.presses(officer)

    def types(self, label: str, answer: str) -> None:
        """One field."""
        self.page.get_by_label(label).first.fill(answer)
        self.fields += 1

    def takes(self, label: str, answer: str) -> None:
        """One field, of whose list a line is taken."""
        self.types(label, answer[:4])
        self.page.get_by_role("option", name=answer).first.click()

    def _click_on(self, what: Locator) -> None:
        what.click()
        self.clicks += 1


def test_from_the_first_page_to_a_sheet_that_is_handed_over(people: People) -> None:
    somebody = people.stranger()
    somebody.opens("/")
    somebody.shows("contoh-depan")
    stranger = Stranger(somebody.page)
    stranger.types("Apa keperluan Anda?", "skck")
    stranger.presses("Cari", "Pengantar SKCK", "Ajukan dari sini", "Mulai mengisi")
    stranger.types("Nama", "Rara Rekaan")
    stranger.takes("Desa/Kelurahan", "Karangjati")
    stranger.presses("Lanjut", "Melamar kerja", "Lanjut", "Lanjut")
    stranger.types("Nomor surat desa", "470/12/2026")
    stranger.types("Tanggal surat desa", "kemarin")
    stranger.presses("Lanjut", "Lanjut", "Lanjut", "Kirim")
    somebody.sees("Terkirim")

    stranger.presses("Lacak berkas ini")
    stranger.crosses("Kirana")
    stranger.picks("Rara Rekaan")
    stranger.presses("Semua ada", "Periksa")
    stranger.becomes("Sekar")
    stranger.picks("Rara Rekaan")
    stranger.presses("Tanda tangan")
    stranger.becomes("Kirana")
    stranger.picks("Rara Rekaan")
    stranger.presses("Pemohon sendiri", "Register – stempel – serahkan")
    somebody.sees("Selesai, hasilnya diserahkan")
    assert stranger.clicks <= CLICKS
    assert stranger.fields <= FIELDS
