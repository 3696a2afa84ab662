# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the rooms about people share: who is meant, and the last change."""

from __future__ import annotations

from pendopo.cases.settings_history import Changed, change_rows, changes
from pendopo.offices.models import Officer
from tests import people

CODE = people.OFFICE.code


def officer(first_name: str, office: str = CODE) -> Officer:
    """Somebody of the office by the first name, with the account as it stands now."""
    rows = Officer.objects.filter(office_id=office, name__startswith=first_name)
    return rows.select_related("user").get()


def last_change(office: str = CODE) -> Changed:
    """What was changed last."""
    return changes(change_rows(office)[:1])[0]


def changed(office: str = CODE) -> int:
    """How many changes there are."""
    return change_rows(office).count()
