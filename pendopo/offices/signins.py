# SPDX-License-Identifier: EUPL-1.2
"""The sign-ins of a demonstration: one per position, with a token that soon expires."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from pendopo.base import clock
from pendopo.offices.assignments import held_on
from pendopo.offices.models import AccessToken, Assignment, Office
from pendopo.offices.tokens import issue_token

DEMO_TOKEN_LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody who may sign in, as an operator is shown it once."""

    office: str
    position: str
    title: str
    name: str
    token: str


def demo_sign_ins(office: Office) -> tuple[SignIn, ...]:
    """A fresh token for the first holder of each position; none in an office that is no demo."""
    if not office.demo:
        return ()
    AccessToken.objects.filter(office_id=office.code, expires_at__lte=clock.now()).delete()
    first: dict[str, Assignment] = {}
    for one in held_on(office.code, office.today):
        first.setdefault(one.position.key, one)
    return tuple(_sign_in(office, one) for one in first.values())


def _sign_in(office: Office, one: Assignment) -> SignIn:
    token = issue_token(one.officer, one.position, expires_at=clock.now() + DEMO_TOKEN_LASTS)
    return SignIn(office.code, one.position.key, one.position.title, one.officer.name, token)
