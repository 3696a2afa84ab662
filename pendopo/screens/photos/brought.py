# SPDX-License-Identifier: EUPL-1.2
"""Photos and scans that come with a page: kept at once, so that no refusal loses them.

A browser cannot put a chosen file back into a form. What was kept is carried on by its id, for
the officer who brought it alone, and joined to the case when the case is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pendopo.cases import models
from pendopo.cases.services.uploads import Unfit, keep_upload
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason

FIELD = "berkas/"
"""A file's field is this and the ask that it answers."""
CARRIED = "unggahan"
MOST_FIELDS = 18
"""So many fields for files a page may have: more than Django takes would refuse all of it."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came along: the files that are kept, and what is wrong with the others."""

    kept: tuple[models.Upload, ...] = ()
    troubles: tuple[Reason, ...] = ()

    @property
    def wanted(self) -> tuple[tuple[UUID, str], ...]:
        """Each with the ask that it answers, as it is joined to a case."""
        return tuple((one.id, one.ask) for one in self.kept)


def brought_along(actor: Actor, files: Mapping[str, Any], carried: Sequence[str]) -> Brought:
    """Keep the files of a page, and find those that were kept before. One query, and one each."""
    answers = {
        name.removeprefix(FIELD): _kept(actor, name.removeprefix(FIELD), file)
        for name, file in files.items()
        if name.startswith(FIELD)
    }
    new = tuple(one for one in answers.values() if isinstance(one, models.Upload))
    troubles = tuple(
        Reason(one.code, one.text, f"verdicts/{ask}")
        for ask, one in answers.items()
        if isinstance(one, Unfit)
    )
    replaced = {one.ask for one in new}
    before = (one for one in _carried(actor, carried) if one.ask not in replaced)
    return Brought((*before, *new), troubles)


def _kept(actor: Actor, ask: str, file: Any) -> models.Upload | Unfit:
    return keep_upload(office=actor.office, content=file.read(), by=actor.key, ask=ask[:64])


def _carried(actor: Actor, carried: Iterable[str]) -> tuple[models.Upload, ...]:
    """Only this officer's own, and only what no case has."""
    ids = [one for text in carried if (one := _uuid(text))][:50]
    found = models.Upload.objects.filter(
        office_id=actor.office, id__in=ids, case_id=None, created_by=actor.key
    )
    return tuple(found.order_by("created_at")) if ids else ()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
