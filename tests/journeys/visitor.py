# SPDX-License-Identifier: EUPL-1.2
"""Somebody at home with a small telephone: applies, follows her file, verifies a paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Locator, expect

from tests.journeys.person import Person, a_photo, is_name
from tests.papers.reading import codes


@dataclass(slots=True)
class Visitor(Person):
    """One who comes to an office by its pages. `code` is how the portal calls that office.

    `reference` and `secret` are what her receipt says, once she has sent something.
    """

    code: str
    reference: str = ""
    secret: str = field(default="", repr=False)

    def applies(self, service: str, answers: Mapping[str, str]) -> str:
        """From the page of a service to the receipt, one thing a page; the reference on it."""
        self.opens(f"/{self.code}/{service}/")
        self.shows(f"{service}-layanan")
        self.follows_link("Ajukan dari sini", "Sampaikan dari sini")
        self.shows(f"{service}-ajukan")
        self.follows_link("Mulai mengisi")
        left = dict(answers)
        while not self._stands_at("periksa"):
            self._answers_page(left)
        assert not left, f"never asked: {', '.join(left)}"
        self.shows(f"{service}-periksa")
        self.sends("Kirim")
        return self._reads_receipt(service)

    def tracks(self, *words: str) -> None:
        """Her file by what the receipt says; these words stand there."""
        self.opens("/lacak/")
        self.shows("lacak")
        self.writes({"Nomor berkas": self.reference, "Kode lacak": self.secret})
        self.sends("Lihat berkas")
        self.sees(*words)

    def sends_a_photo(self, what: str) -> None:
        """What her file lacks, as a photo; she stands before her file."""
        lack = self.page.locator(".wanting li", has_text=what)
        with self.page.expect_navigation():
            lack.locator("a.button").click()
        self.shows("lacak-foto")
        self.brings("Foto atau PDF", a_photo())
        self.sends("Kirim foto")

    def sends_back(self) -> None:
        """Her file to the office, with what she mended."""
        self.sends("Kirim kembali ke kantor")
        self.shows("lacak-kirim-kembali")
        self.sends("Kirim sekarang")

    def scans_receipt(self) -> None:
        """The QR of the picture that she keeps of her receipt, as anybody's camera would."""
        answer = self.page.request.get(f"/lacak/{self.reference}/gambar/")
        (code,) = codes(Image.open(BytesIO(answer.body())))
        self.opens(urlsplit(code).path)

    def verifies(self, number: str, *words: str) -> None:
        """A paper of the office, by the number on it; these words are the answer."""
        self.opens("/cek/")
        self.shows("cek")
        self.page.get_by_label("Kantor").select_option(self.code)
        self.writes({"Nomor surat": number})
        self.sends("Periksa nomor")
        self.sees(*words)

    def shows(self, name: str) -> None:
        """Keep a picture of what stands on her small screen."""
        self.gallery.keeps(self.page, f"portal/{name}")

    def follows_link(self, *any_of: str) -> None:
        """A link that is called one of these; the next page is there when she goes on."""
        links = self.page.locator("#isi a:visible")
        wanted = [links.filter(has_text=words) for words in any_of]
        found = next(one for one in wanted if one.count())
        with self.page.expect_navigation():
            found.first.click()

    def _answers_page(self, left: dict[str, str]) -> None:
        """What this page asks, as far as she has something to say, and onward."""
        where = urlsplit(self.page.url).path.split("/ajukan/")[1].strip("/")
        for ask in self.page.locator(".ask").all():
            self._answers_ask(ask, left)
        self.shows(f"{self._service()}-{where.replace('/', '-')}")
        if any(one.startswith(where.removeprefix("isi/") + "/") for one in left):
            self.sends("Tambah")
        else:
            self.sends("Lanjut")
        expect(self.page.locator(".troubles")).to_have_count(0)

    def _answers_ask(self, ask: Locator, left: dict[str, str]) -> None:
        """One question, by its name or by its label."""
        name = ask.locator("[name]").first.get_attribute("name") or ""
        label = ask.locator("label:not(.pick), legend").first.locator("h1, span").last
        known = (name.removeprefix("isi/"), " ".join(label.inner_text().split()))
        key = next((one for one in known if one in left and (one != known[0] or is_name(one))), "")
        if not key:
            return
        answer = left.pop(key)
        if ask.locator(".pick").count():
            ask.locator(".pick", has_text=answer).first.click()
        else:
            self._answers(ask.locator(":is(input, select, textarea):visible").first, answer)

    def _reads_receipt(self, service: str) -> str:
        numbers = self.page.locator(".receipt dd.code")
        expect(numbers).to_have_count(2)
        self.shows(f"{service}-terkirim")
        self.reference, self.secret = (one.strip() for one in numbers.all_inner_texts())
        self.reference = self.reference.replace(" ", "")
        return self.reference

    def _service(self) -> str:
        return urlsplit(self.page.url).path.split("/")[2]

    def _stands_at(self, page: str) -> bool:
        return urlsplit(self.page.url).path.endswith(f"/ajukan/{page}/")
