# SPDX-License-Identifier: EUPL-1.2
"""What programs read on the pages: microdata in the words of schema.org."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from tests.portal.reading import VOID
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = pytest.mark.django_db
SCHEMA = "https://schema.org/"
Item = dict[str, list[Any]]


class Microdata(HTMLParser):
    """The items of a page as the HTML standard reads them: type and properties."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Item] = []
        self._open: list[tuple[str, Item | None, tuple[Item, str] | None]] = []
        self.feed(html)

    def _around(self) -> Item | None:
        return next((item for _, item, _ in reversed(self._open) if item is not None), None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        around, item, text = self._around(), None, None
        if "itemscope" in found:
            item = {"@type": [found["itemtype"]]}
        if name := found.get("itemprop"):
            assert around is not None, f"{name} belongs to nothing"
            value: Any = item
            if item is None and tag in ("meta", "link"):
                value = found["content" if tag == "meta" else "href"]
            elif item is None:
                value, text = "", (around, name)
            around.setdefault(name, []).append(value)
        elif item is not None:
            self.items.append(item)
        if tag not in VOID:
            self._open.append((tag, item, text))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What closes itself, in a drawing, has nothing in it."""

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for _, _, text in self._open:
            if text:
                item, name = text
                item[name][-1] = " ".join(f"{item[name][-1]} {data}".split())


def item(client: Client, address: str) -> Item:
    (found,) = Microdata(client.get(address).content.decode()).items
    return found


def test_an_office_is_told_with_its_address_its_hours_and_its_numbers(
    client: Client, real_offices: None
) -> None:
    office = item(client, f"/{KESAMBEN}/")
    assert office["@type"] == [f"{SCHEMA}GovernmentOffice"]
    assert office["name"] == ["Kecamatan Kesamben"]
    assert office["telephone"] == ["+623216257601"]
    (address,) = office["address"]
    assert address["addressRegion"] == ["Jawa Timur"] and address["addressCountry"] == ["ID"]
    hours = {
        (*one["opens"], *one["closes"]): one["dayOfWeek"]
        for one in office["openingHoursSpecification"]
    }
    weekdays = [f"{SCHEMA}{day}" for day in ("Monday", "Tuesday", "Wednesday", "Thursday")]
    assert hours["07:30", "12:00"] == weekdays
    assert hours["13:00", "16:30"] == [f"{SCHEMA}Friday"]


def test_a_service_is_told_with_who_gives_it_what_it_costs_and_what_comes_of_it(
    client: Client, real_offices: None
) -> None:
    service = item(client, f"/{PANDAAN}/sktm/")
    assert service["@type"] == [f"{SCHEMA}GovernmentService"]
    assert service["name"] == ["Pengantar SKTM (Surat Keterangan Tidak Mampu)"]
    assert "surat miskin" in service["alternateName"]
    (provider,) = service["provider"]
    assert provider["name"] == ["Kecamatan Pandaan, Kabupaten Pasuruan"]
    assert provider["@type"] == [f"{SCHEMA}GovernmentOffice"]
    (offer,) = service["offers"]
    assert (offer["price"], offer["priceCurrency"]) == (["0"], ["IDR"])
    (output,) = service["serviceOutput"]
    assert output["name"] == ["Pengantar Surat Keterangan Tidak Mampu (SKTM)"]
    (channel,) = service["availableChannel"]
    assert channel["serviceUrl"][0].endswith(f"/{PANDAAN}/sktm/")


def test_a_fee_that_nobody_fixed_is_not_told(client: Client, real_offices: None) -> None:
    assert "offers" not in item(client, f"/{PANDAAN}/pbb/")


def test_a_page_of_a_search_tells_of_the_office_no_more_than_its_name(
    client: Client, real_offices: None
) -> None:
    assert set(item(client, f"/{PANDAAN}/?q=nikah")) == {"@type", "name"}
