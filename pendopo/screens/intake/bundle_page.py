# SPDX-License-Identifier: EUPL-1.2
"""Bundles in words: those that are not finished, and one of them with the state of each file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.composing.visits import BundleLine, BundlePaper
from pendopo.domain.circumstances import Actor
from pendopo.domain.vocabulary import End, Verb
from pendopo.domain.wording import format_moment
from pendopo.offices.models import Office, Village
from pendopo.screens import plain_words as words
from pendopo.screens.desk.case_rows import CaseRow, case_rows
from pendopo.screens.telling.due_words import day_words
from pendopo.screens.tracking import grouped
from pendopo.standards import versions

SHOWN = 60
_NOT_YET = "dihitung sesudah berkas lengkap"
"""What a receipt says of a promise whose time does not run yet; papers are in Indonesian."""


@dataclass(frozen=True, slots=True)
class BundleRow:
    """A bundle in a list. `ready`: so many files can be handed over now."""

    code: str
    ref: str
    bringer: str
    relation: str
    village: str
    brought: str
    files: int
    open: int
    ready: int


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One file of a bundle. `ready`: it can be handed over now."""

    row: CaseRow
    ready: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class BundlePage:
    """One bundle with its files."""

    bundle: models.Bundle
    ref: str
    relation: str
    village: str
    brought: str
    files: tuple[BundleFile, ...]

    @property
    def ready(self) -> int:
        """How many files can be handed over now."""
        return sum(one.ready for one in self.files)

    @property
    def open(self) -> int:
        """How many files are not finished."""
        return sum(not one.ended for one in self.files)


def bundle_rows(office: Office, *, finished: bool = False) -> tuple[BundleRow, ...]:
    """The latest bundles with something left to do, or those with nothing. Five queries."""
    code = office.code
    latest = list(models.Bundle.objects.filter(office_id=code).order_by("-created_at")[: 4 * SHOWN])
    cases = models.Case.objects.filter(office_id=code, bundle_id__in=[one.id for one in latest])
    by_bundle: dict[UUID | None, list[models.Case]] = {}
    for case in cases:
        by_bundle.setdefault(case.bundle_id, []).append(case)
    standings = versions.several(code, (case.standard_id for case in cases))
    villages = _villages(code)
    rows = [
        _row(one, by_bundle.get(one.id, []), standings, villages, office.zone) for one in latest
    ]
    return tuple(row for row in rows if (row.open == 0) is finished)[:SHOWN]


def _row(
    bundle: models.Bundle,
    cases: Sequence[models.Case],
    standings: dict[UUID, versions.Standing],
    villages: dict[str, str],
    zone: str,
) -> BundleRow:
    return BundleRow(
        bundle.code,
        grouped(bundle.code),
        bundle.bringer,
        words.choice(bundle.relation),
        villages.get(bundle.village, ""),
        day_words(bundle.created_at, clock.now(), zone),
        len(cases),
        sum(case.ended_at is None for case in cases),
        sum(is_ready(case, standings[case.standard_id]) for case in cases),
    )


def is_ready(case: models.Case, standing: versions.Standing) -> bool:
    """Whether handing over is what it waits for."""
    return case.ended_at is None and standing.standard.step(case.state).do is Verb.HAND_OVER


def bundle_page(office: Office, actor: Actor, code: str) -> BundlePage | None:
    """One bundle by its code; None where the office has none of that code. Eight queries."""
    bundle = models.Bundle.objects.filter(office_id=office.code, code=code).first()
    if bundle is None:
        return None
    cases = list(
        models.Case.objects.filter(office_id=office.code, bundle_id=bundle.id).order_by(
            "filed_at", "id"
        )
    )
    standings = versions.several(office.code, (case.standard_id for case in cases))
    told = case_rows(cases, actor, office.zone)
    files = tuple(
        BundleFile(row, is_ready(case, standings[case.standard_id]), case.ended_at is not None)
        for case, row in zip(cases, told, strict=True)
    )
    return BundlePage(
        bundle,
        grouped(bundle.code),
        words.choice(bundle.relation),
        _villages(office.code).get(bundle.village, ""),
        day_words(bundle.created_at, clock.now(), office.zone),
        files,
    )


def _villages(office: str) -> dict[str, str]:
    return dict(Village.objects.filter(office_id=office).values_list("code", "name"))


def bundle_paper(page: BundlePage, zone: str, *, handed: bool = False) -> BundlePaper:
    """A bundle for its papers: all its files, or those that were handed over."""
    files = [one for one in page.files if not handed or _was_handed(one)]
    return BundlePaper(
        page.ref,
        page.bundle.bringer,
        page.relation.lower(),
        page.village,
        format_moment(page.bundle.created_at, zone),
        tuple(
            BundleLine(
                one.row.ref,
                one.row.service,
                one.row.applicant or "(dirahasiakan)",
                one.row.due.moment or (one.row.standing if one.ended else _NOT_YET),
            )
            for one in files
        ),
    )


def _was_handed(one: BundleFile) -> bool:
    return one.ended and one.row.standing == words.ended(End.HANDED_OVER.value)
