# SPDX-License-Identifier: EUPL-1.2
"""Whoever holds a reference with its tracking code comes in; whoever guesses is slowed."""

from __future__ import annotations

from dataclasses import dataclass

from pendopo.screens.attempts import WRONG_CODES, WRONG_CODES_OF_CLIENT, count_one, wait_for
from pendopo.screens.tracking import is_code_of


@dataclass(frozen=True, slots=True)
class TooOften:
    """Wrong too often, for this case or from this address: try again after so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class WrongPair:
    """No such case, or not its code: one answer for both."""


def enter(client: str, reference: str | None, code: str) -> str | WrongPair | TooOften:
    """The reference, where this is its code. `client` is the address; wrong tries are counted.

    `reference` is as tables keep it; None for one that cannot be. Whether there is such a case
    is not looked up: nobody can have its code where there is none.
    """
    which = reference or "?"
    wait = wait_for(WRONG_CODES, client, which) or wait_for(WRONG_CODES_OF_CLIENT, client)
    if wait:
        return TooOften(wait)
    if reference is None or not is_code_of(code, reference):
        count_one(WRONG_CODES, client, which)
        count_one(WRONG_CODES_OF_CLIENT, client)
        return WrongPair()
    return reference
