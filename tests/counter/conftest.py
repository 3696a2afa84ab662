# SPDX-License-Identifier: EUPL-1.2
"""Officers of the cast at their desks, each in a browser of her own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser
from pytest_django import Settings

from pendopo.offices.models import Office, Officer, User
from tests.counter import browsing

At = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _passwords_are_read_quickly(settings: Settings) -> None:
    """Real passwords are slow to guess on purpose; no test is about that."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def at_desk(office: Office) -> At:
    """Sign somebody in by the first name of the cast: `at_desk("Rini")`."""

    def sign_in(first_name: str) -> Client:
        officer = Officer.objects.get(office_id=office.code, name__startswith=first_name)
        if officer.user is None:
            officer.user = User.objects.create_user(first_name.casefold())
            officer.save(update_fields=["user"])
        client = Client()
        client.force_login(officer.user)
        return client

    return sign_in


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one module.

    It goes before other tests come: while it is there, Django takes the process for a loop.
    """
    with browsing.browser() as one:
        yield one


@pytest.fixture
def window(chromium: Browser) -> Iterator[browsing.Open]:
    """Opens windows of that browser, and closes them in the end."""
    with browsing.windows(chromium) as one:
        yield one
