# SPDX-License-Identifier: EUPL-1.2
"""Bearer tokens of officers: shown once, kept only as a hash, withdrawn at once."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime

from django.db.models import Q

from pendopo.base import clock
from pendopo.offices.models import AccessToken, Officer, Position

_MARK = "pendopo_"
"""Makes a token that strayed into a file or a message easy to find."""


def issue_token(
    officer: Officer, position: Position | None = None, *, expires_at: datetime | None = None
) -> str:
    """A new token for an officer, for one position only if that is given. Not kept: show it now."""
    token = _MARK + secrets.token_urlsafe(32)
    AccessToken.objects.create(
        office_id=officer.office_id,
        officer=officer,
        position=position,
        sha256=_hashed(token),
        created_at=clock.now(),
        expires_at=expires_at,
    )
    return token


def find_token(token: str) -> AccessToken | None:
    """The row of a token that holds now, with office, officer and position; None otherwise.

    One query.
    """
    hashed = _hashed(token)
    in_time = Q(expires_at=None) | Q(expires_at__gt=clock.now())
    row = (
        AccessToken.objects.filter(in_time, sha256=hashed, revoked_at=None)
        .select_related("office", "officer", "position")
        .first()
    )
    # The index was searched for a hash, which tells nothing of the token; this is for the rest.
    return row if row and hmac.compare_digest(row.sha256, hashed) else None


def revoke_token(token: str) -> bool:
    """Withdraw a token; whether it held until now."""
    row = find_token(token)
    return row is not None and bool(_revoke(Q(office_id=row.office_id, id=row.id)))


def revoke_tokens(officer: Officer) -> int:
    """Withdraw every token of an officer, as when a device is lost; how many held until now."""
    return _revoke(Q(office_id=officer.office_id, officer_id=officer.id))


def _revoke(which: Q) -> int:
    return AccessToken.objects.filter(which, revoked_at=None).update(revoked_at=clock.now())


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
