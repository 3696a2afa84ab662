# SPDX-License-Identifier: EUPL-1.2
"""A server killed in the middle: what was answered is there, what was retried is there once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.live.crowd import OFFICE, Desk, all_at_once, new_key
from tests.served import running

pytestmark = pytest.mark.django_db

CASES = 72
KILL_AFTER = 25


def test_a_killed_server_loses_nothing_that_it_answered(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        token = server.tokens[OFFICE]["petugas-loket"]
        answered: dict[str, str] = {}
        enough = threading.Event()

        def work(key: str) -> Callable[[Desk], None]:
            def deed(desk: Desk) -> None:
                try:
                    reference = desk.file(key).json()["reference"]
                    desk.register(reference, f"{key}-r").raise_for_status()
                except (httpx.HTTPError, KeyError, ValueError):
                    return
                answered[key] = reference
                if len(answered) >= KILL_AFTER:
                    enough.set()

            return deed

        keys = [new_key() for _ in range(CASES)]
        cut = threading.Thread(target=lambda: (enough.wait(300), server.kill()))
        cut.start()
        all_at_once(server.url, token, [work(key) for key in keys])
        cut.join()
        before = dict(answered)
        assert KILL_AFTER <= len(before) < CASES, "the cut came too early or too late to tell"

        server.start()
        all_at_once(server.url, token, [work(key) for key in keys])
        assert {key: answered[key] for key in before} == before
        assert len(set(answered.values())) == CASES
        found = server.command("log", "verify")
        assert found.returncode == 0, found.stderr
        assert f"{CASES} baris buku" in found.stdout
