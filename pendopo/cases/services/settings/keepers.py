# SPDX-License-Identifier: EUPL-1.2
"""Who keeps the office's settings, so that no change leaves an office without anybody."""

from __future__ import annotations

from collections.abc import Iterable

from pendopo.offices.assignments import held_on
from pendopo.offices.models import Office, Officer, SigningRule


def keepers_of(office: Office, roles: Iterable[str]) -> tuple[Officer, ...]:
    """The officers who can sign in and hold one of these roles today, by name.

    Without roles: those who may sign for all services, as `access.answers_for` reads it. At most
    two queries.
    """
    wanted = set(roles)
    held = held_on(office.code, office.today).select_related("officer__user")
    if wanted:
        found = [one.officer for one in held if wanted & set(one.position.roles)]
    else:
        rules = SigningRule.objects.filter(office_id=office.code, services=None)
        signing = set(rules.values_list("position_id", flat=True))
        found = [one.officer for one in held if one.position_id in signing]
    able = {one.id: one for one in found if one.user is not None and one.user.is_active}
    return tuple(sorted(able.values(), key=lambda one: one.name))
