# SPDX-License-Identifier: EUPL-1.2
"""Somebody at a browser. What she does in a journey reads as one would tell it.

She waits as a person waits, for what she wants to press or read to be there; nothing sleeps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.journeys.gallery import Gallery
from tests.journeys.sheets import read

_SAYING = """button => button.form.addEventListener("submit",
    () => setTimeout(() => console.info(button.textContent), 50), { once: true })"""
_NAME = re.compile("[a-z0-9-]+(/[a-z0-9-]+)+")


def a_photo() -> bytes:
    """A picture as a telephone takes it, but small."""
    file = BytesIO()
    Image.new("RGB", (600, 400), "teal").save(file, "JPEG")
    return file.getvalue()


def is_name(field: str) -> bool:
    """Whether a field is called by its name, `spp/1/nilai`, and not by its label."""
    return _NAME.fullmatch(field) is not None


@dataclass(slots=True)
class Person:
    """One person with one window. `name` is hers, as far as journeys call her by it."""

    name: str
    page: Page
    gallery: Gallery

    def signs_in(self, office: str) -> None:
        """As an invented officer, with one press."""
        self.opens("/masuk/")
        colleagues = self.page.locator("details", has=self.page.get_by_text(office, exact=False))
        colleagues.get_by_role("button", name=self.name).click()
        self.page.wait_for_url("**/loket/**")

    def opens(self, address: str) -> None:
        """Go to an address of the office."""
        self.page.goto(address)

    def opens_file(self, reference: str) -> None:
        """The file in hand."""
        self.opens(f"/loket/berkas/{reference}/")

    def opens_signing(self, reference: str) -> None:
        """One file before whoever signs it."""
        self.opens(f"/loket/tanda-tangan/{reference}/")

    def begins(self, service: str, answers: Mapping[str, str]) -> None:
        """Taking in a file at the counter."""
        self.opens(f"/loket/baru/{service}/")
        self.writes(answers)

    def takes_in(self, service: str, answers: Mapping[str, str]) -> str:
        """A file that somebody else checks; its reference."""
        self.begins(service, answers)
        self.sends("Terima")
        return self.reads_reference()

    def checks_in(self, service: str, answers: Mapping[str, str], then: str = "Terima") -> str:
        """A file with everything there; its reference."""
        self.begins(service, answers)
        self.presses("Semua ada")
        self.sends(then)
        return self.reads_reference()

    def agrees_to_sign(self, reference: str, *words: str) -> None:
        """Look at one file on the way, and let the sheet be printed for the pen."""
        self.opens_signing(reference)
        self.sees(*words)
        self.sends("Setuju ditandatangani")
        self.sees("disetujui")

    def reads_reference(self) -> str:
        """The reference of the file that was just taken in."""
        expect(self.page.locator(".taken h1")).to_be_visible()
        return self.page.url.rstrip("/").rsplit("/", 1)[-1]

    def reads_number(self) -> str:
        """The number that the register gave the paper of the file in hand."""
        return self.reads(".papers .number-line .big")

    def presses(self, words: str) -> None:
        """A button or a link by its words, or by how they begin; what unfolds counts as well."""
        self._pressed(words).first.click()

    def sends(self, words: str) -> None:
        """A form, by its button; what is answered is there when she goes on."""
        with self.page.expect_navigation():
            self.presses(words)

    def presses_twice(self, words: str) -> None:
        """A button, by somebody who does not wait for what comes of it."""
        button = self._pressed(words).first
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box is not None
        self.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def presses_impatiently(self, words: str) -> str:
        """A button, twice; what it says while its form is on the way."""
        self._pressed(words).first.evaluate(_SAYING)
        with self.page.expect_console_message(lambda one: one.type == "info") as said:
            self.presses_twice(words)
        return said.value.text

    def picks(self, words: str) -> None:
        """A line of a list that says these words."""
        self.page.locator("#isi a:visible", has_text=words).first.click()

    def presses_keys(self, *keys: str) -> None:
        """Keys of the keyboard, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def unfolds(self, words: str) -> None:
        """What is folded away behind these words."""
        self.page.locator("summary", has_text=words).first.click()

    def writes(self, answers: Mapping[str, str]) -> None:
        """Fill in a form: by a field's label, or by its name where members share one label."""
        for field, answer in answers.items():
            self._answers(self._field(field), answer)

    def marks(self, what: str, verdict: str) -> None:
        """Judge one thing of a checklist."""
        row = self.page.locator("fieldset", has=self.page.locator("legend", has_text=what))
        row.last.locator("label", has_text=re.compile(rf"^\s*{verdict}\s*$")).click()

    def chooses(self, *labels: str) -> None:
        """Tick boxes or choose among a few, by their labels."""
        for label in labels:
            self.page.locator("#isi label:visible", has_text=label).first.click()

    def brings(self, label: str, photo: bytes) -> None:
        """Choose a photo, in the place with this label."""
        file = {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": photo}
        self.page.get_by_label(label).first.set_input_files(file)  # type: ignore[arg-type]

    def loses_session(self) -> None:
        """As after a long lunch: the counter does not know her any more."""
        self.page.context.clear_cookies(name="pendopo")

    def waits_for_the_network(self, milliseconds: int) -> None:
        """From now on every answer takes that much longer."""
        wire = self.page.context.new_cdp_session(self.page)
        wire.send("Network.enable")
        unlimited = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
        wire.send("Network.emulateNetworkConditions", {**unlimited, "latency": milliseconds})

    def sees(self, *words: str) -> None:
        """These words stand on the page."""
        for some in words:
            expect(self.page.locator("#isi")).to_contain_text(some)

    def sees_not(self, *words: str) -> None:
        """These words do not."""
        for some in words:
            expect(self.page.locator("#isi")).not_to_contain_text(some)

    def sees_typed(self, answers: Mapping[str, str]) -> None:
        """These answers stand in their fields."""
        for field, answer in answers.items():
            expect(self._field(field)).to_have_value(answer)

    def counts(self, words: str, within: str = "#isi") -> int:
        """How often these words stand there."""
        return self.reads(within).count(words)

    def reads(self, selector: str) -> str:
        """What stands there, in one line."""
        return " ".join(self.page.locator(selector).first.inner_text().split())

    def reads_paper(self, reference: str, paper: str, *words: str) -> None:
        """The paper as it is printed: these words stand on it, and its QR leads to its page."""
        answer = self.page.request.get(f"/loket/surat/{reference}/{paper}/pdf/")
        assert answer.ok, answer.status
        sheet = read(answer.body())
        assert [one for one in words if one not in sheet.words] == [], sheet.words
        (code,) = sheet.codes
        page = self.page.request.get(urlsplit(code).path)
        assert page.ok and "/cek/" in code, code

    def shows(self, name: str) -> None:
        """Keep a picture of what she sees; the page must fit her window."""
        self.gallery.keeps(self.page, name)

    def _pressed(self, words: str) -> Locator:
        begins = re.compile(rf"^\s*{re.escape(words)}")
        inside = self.page.locator("#isi")
        return inside.get_by_role("button", name=begins).or_(
            inside.get_by_role("link", name=begins)
        )

    def _field(self, field: str) -> Locator:
        if is_name(field):
            return self.page.locator(f"[name='isi/{field}']")
        label = re.compile(rf"^\s*{re.escape(field)}\s*(boleh kosong)?\s*$")
        return self.page.get_by_label(label).first

    def _answers(self, field: Locator, answer: str) -> None:
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=answer)
        elif field.get_attribute("role") == "combobox":
            field.fill(answer[:4])
            self.page.get_by_role("option", name=answer).first.click()
        else:
            field.fill(answer)
