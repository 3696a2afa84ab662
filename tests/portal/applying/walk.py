# SPDX-License-Identifier: EUPL-1.2
"""Somebody who applies from home: fills in page after page as a browser without scripts does."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.test import Client
from PIL import Image

from pendopo.cases.world import world_of
from pendopo.screens.forms.examples import Desk, example_form
from pendopo.screens.intake.taking import setting
from pendopo.standards import versions
from pendopo.standards.models import StandardVersion
from tests.html_forms import HtmlForm, typed
from tests.portal.reading import Page

MOST_PAGES = 60


def photo(color: str = "teal") -> io.BytesIO:
    """A picture as a telephone makes one, with a name as a browser gives it."""
    out = io.BytesIO()
    Image.new("RGB", (640, 480), color).save(out, "JPEG")
    out.seek(0)
    out.name = "foto.jpg"
    return out


def example(office: str, slug: str, **changes: object) -> dict[str, str]:
    """An example of the form under the names of its fields."""
    standing, world = versions.current(office, slug), world_of(office)
    assert standing is not None
    desk = Desk(setting(world), world.calendar, world.now)
    return typed({**example_form(standing.standard, desk), **changes})


@dataclass(slots=True)
class Walker:
    """One citizen before one service, with a browser of her own. `weights` are compressed."""

    office: str
    slug: str
    client: Client = field(default_factory=Client)
    weights: dict[str, int] = field(default_factory=dict)
    where: str = ""
    response: Any = None

    @property
    def base(self) -> str:
        """Below which all her pages are."""
        return f"/{self.office}/{self.slug}/ajukan/"

    @property
    def html(self) -> str:
        """The page as it came."""
        return str(self.response.content.decode())

    @property
    def page(self) -> Page:
        """The page before her."""
        return Page(self.html)

    @property
    def text(self) -> str:
        """Its words."""
        return self.page.text

    def get(self, address: str) -> Any:
        """Open a page, and go where it leads."""
        self.response = self.client.get(address, follow=True)
        chain = self.response.redirect_chain
        self.where = chain[-1][0] if chain else address
        self._weighed()
        return self.response

    def send(self, fields: Mapping[str, object], address: str = "") -> Any:
        """Send the form of this page, and go where it leads."""
        to = address or self.where
        self.response = self.client.post(to, fields, follow=True)
        chain = self.response.redirect_chain
        self.where = chain[-1][0] if chain else to
        self._weighed()
        return self.response

    def begin(self) -> None:
        """Press the button of the first page."""
        self.get(self.base)
        self.get(link_to(self.html, "Mulai mengisi"))

    def fields(self, answers: Mapping[str, str]) -> dict[str, str]:
        """What stands in the form of this page, with her answers where they are asked."""
        form = HtmlForm(self.html)
        return {
            name: answers.get(name, form.fields.get(name, ""))
            for name in form.known
            if name not in ("csrfmiddlewaretoken", "lang")
        }

    def walk(self, answers: Mapping[str, str], secrecy: str = "bernama") -> list[str]:
        """Answer page after page until the check; the pages that were passed."""
        passed: list[str] = []
        while not self.where.split("?")[0].endswith("/periksa/"):
            assert self.response.status_code == 200, self.text
            assert len(passed) < MOST_PAGES, passed
            passed.append(self.where)
            step(self, answers, secrecy)
        return passed

    def check_and_send(self) -> Any:
        """Press "Kirim" on the check."""
        return self.send({"standar": version_in(self.html)})

    def _weighed(self) -> None:
        content = self.response.content
        self.weights[self.where] = len(gzip.compress(content, 6))


def step(walker: Walker, answers: Mapping[str, str], secrecy: str) -> None:
    """One page: answered, or passed where nothing has to be said."""
    if walker.where.endswith("/foto/"):
        walker.send({"lanjut": "1"})
    elif walker.where.endswith("/ajukan/nama/"):
        walker.send({"nama": secrecy})
    else:
        walker.send(walker.fields(answers))


def link_to(html: str, words: str) -> str:
    """Where a link with these words leads."""
    found = re.search(rf'<a[^>]*href="([^"]+)"[^>]*>{re.escape(words)}', html)
    assert found, words
    return unescape(found[1])


def version_in(html: str) -> str:
    """The version that the check was shown for."""
    found = re.search(r'name="standar" value="([^"]+)"', html)
    return found[1] if found else ""


def publish_changed(office: str, slug: str, change: Callable[[dict[str, Any]], None]) -> None:
    """Put another version of a service in force, as an office does that has a new decree."""
    standing = versions.current(office, slug)
    assert standing is not None
    rows = StandardVersion.objects.filter(office_id=office, id=standing.id)
    document = json.loads(rows.values_list("document", flat=True).get())
    change(document)
    draft = versions.Draft(
        office, slug, "0" * 64, "", json.dumps(document), standing.effective_date, None
    )
    assert versions.publish(draft) is not None
