# SPDX-License-Identifier: EUPL-1.2
"""Who comes in at the counter."""

from tests.counter.conftest import At


def test_an_officer_finds_her_desk(at_desk: At) -> None:
    assert at_desk("Rini").get("/loket/").status_code == 200
