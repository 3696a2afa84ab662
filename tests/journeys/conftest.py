# SPDX-License-Identifier: EUPL-1.2
"""Both offices at work: one server for all journeys of a process, and people at its browsers.

What a journey leaves behind stays, as in an office; so each brings people of its own. It is
Monday 23 November 2026, 09.40 WIB, when the office opens. One engine is enough: what a browser
shows does not depend on the database, and all other tests run on both.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import people as cast
from tests.counter.browsing import CHROMIUM, NO_CHROMIUM
from tests.journeys.gallery import Gallery
from tests.journeys.people import People
from tests.served import ROOT, running

MONDAY = Path(__file__).parent / "monday"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an installation in demo mode."""
    ahead = (cast.NOW - datetime.now(UTC)).total_seconds()
    more = {"SECONDS_AHEAD": str(ahead), "PYTHONPATH": f"{MONDAY}{os.pathsep}{ROOT}"}
    with running(tmp_path_factory.mktemp("journeys"), **more) as server:
        yield server.url


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's browser, without a window and without talking to anybody.

    It goes with its module (folders are no packages here): while it is there, Django takes the
    process for a loop and lets no other test speak to a database.
    """
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)


@pytest.fixture(scope="session")
def gallery() -> Gallery:
    """The pictures of all journeys of this process."""
    return Gallery()


@pytest.fixture(scope="session")
def signed_in() -> dict[tuple[str, str], object]:
    """The cookies of who signed in already: everybody does it once."""
    return {}


WENT_WRONG = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport]:
    """Remember of each journey whether it went wrong."""
    report = yield
    item.stash[WENT_WRONG] = item.stash.get(WENT_WRONG, False) or report.failed
    return report


@pytest.fixture
def people(
    request: pytest.FixtureRequest,
    site: str,
    chromium: Browser,
    gallery: Gallery,
    signed_in: dict[tuple[str, str], object],
) -> Iterator[People]:
    """Who comes to the office today, and who works there. Their browsers must not complain.

    What everybody saw last is kept of a journey that went wrong.
    """
    present = People(chromium, site, gallery, signed_in)
    yield present
    if request.node.stash.get(WENT_WRONG, False):
        present.show_last(request.node.name)
    present.leave()
    assert not (told := gallery.told()), "\n".join(told)
    assert not present.heard, "\n".join(present.heard)
