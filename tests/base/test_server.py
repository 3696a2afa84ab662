# SPDX-License-Identifier: EUPL-1.2
"""The command line of the web server."""

import sys

import pytest
from pytest_django import Settings

from pendopo.base.server import gunicorn_command, workers


@pytest.mark.parametrize(
    ("asked", "processors", "expected"), [(0, 1, 2), (0, 3, 3), (0, 64, 4), (1, 64, 1), (9, 1, 9)]
)
def test_there_are_two_to_four_processes_unless_asked_for(
    asked: int, processors: int, expected: int
) -> None:
    assert workers(asked, processors) == expected


def test_it_listens_where_the_settings_say(settings: Settings) -> None:
    settings.HOST, settings.PORT, settings.PENDOPO_WORKERS = "0.0.0.0", 8123, 3
    command = gunicorn_command()
    assert command[:4] == [sys.executable, "-m", "gunicorn", "pendopo.wsgi:application"]
    assert {"--bind=0.0.0.0:8123", "--workers=3", "--worker-class=gthread"} <= set(command)
    assert not any("access" in word for word in command)


def test_the_program_is_read_once_for_all_processes() -> None:
    assert "--preload" in gunicorn_command()


def test_an_ipv6_address_is_bracketed(settings: Settings) -> None:
    settings.HOST, settings.PORT = "::1", 8123
    assert "--bind=[::1]:8123" in gunicorn_command()
