# SPDX-License-Identifier: EUPL-1.2
"""A citizen follows every service on the way: offered what the API offers, told of nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from pendopo.offices.models import Officer, Position
from pendopo.screens.telling.unnamed import office_titles
from pendopo.standards.national import outside_roles
from tests.portal.reading import Page
from tests.robot.client import Robot, Transport
from tests.robot.conftest import robot_for
from tests.robot.test_every_service import ADOPTED, OWN

pytestmark = pytest.mark.one_engine
CASE = re.compile(r"/api/v1/cases/([0-9A-Z]{9})")
CODE = "X-Tracking-Code"


class Citizen:
    """Looks at the portal whenever the robot looks at its case with the applicant's code."""

    def __init__(self, office: str, transport: Transport) -> None:
        self._send, self._client = transport, Client()
        names = Officer.objects.filter(office_id=office).values_list("name", flat=True)
        titles = Position.objects.filter(office_id=office).values_list("title", flat=True)
        told = {*names, *titles, *office_titles(outside_roles())} - {"petugas", "Petugas"}
        longest = sorted(told, key=len, reverse=True)
        self._nobody = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
        self.looks, self.offered = 0, set[str]()

    def send(
        self, method: str, address: str, body: Any, headers: Mapping[str, str]
    ) -> tuple[int, Any]:
        """The robot's transport, with a look at the portal beside it."""
        status, answer = self._send(method, address, body, headers)
        match = CASE.fullmatch(address)
        if method == "GET" and match and headers.get(CODE) and status == 200:
            self._look(match[1], headers[CODE], answer)
        return status, answer

    def _look(self, reference: str, code: str, told: Mapping[str, Any]) -> None:
        self.looks += 1
        entered = self._client.post("/lacak/", {"nomor": reference, "kode": code})
        assert entered.status_code == 302
        for address in (f"/lacak/{reference}/", f"/lacak/{reference}/janji/"):
            html = self._client.get(address).content.decode()
            text = Page(html).text
            for printed in _printed(told):
                text = text.replace(printed, "")
            assert not self._nobody.findall(text), (address, self._nobody.findall(text), text)
        html = self._client.get(f"/lacak/{reference}/").content.decode()
        links = re.findall(rf"/lacak/{reference}/(?:langkah|tindakan)/([a-z0-9-]+)/", html)
        actions = [one["step"] or one["name"] for one in told["actions"]]
        assert sorted(links) == sorted(actions)
        self.offered |= set(actions)


def _printed(told: Mapping[str, Any]) -> list[str]:
    """What the standard prints and must be read as it stands: what to bring, and which paper."""
    found = [told["service_name"], told["service_name"].partition(" (")[0]]
    found += [one["label"] for one in told["lacks"]]
    found += [one["title"] for one in told["papers"]]
    return sorted(found, key=len, reverse=True)


@pytest.mark.parametrize(("office", "slug"), OWN + ADOPTED)
def test_the_portal_offers_what_the_api_does_and_names_nobody(
    office: str, slug: str, transport: Transport
) -> None:
    citizen = Citizen(office, transport)
    robot: Robot = robot_for(office, citizen.send)
    for _ in range(2):
        robot.walk(slug)
    assert citizen.looks > 1
    assert citizen.offered
