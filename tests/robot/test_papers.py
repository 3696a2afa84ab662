# SPDX-License-Identifier: EUPL-1.2
"""Every paper that an office writes is composed on the way to its end, for every service.

Pictures of all of them are kept, to be looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from pendopo.cases import models
from pendopo.cases.composing.letters import compose
from pendopo.cases.composing.signatures import signing_step
from pendopo.cases.composing.words import office_words
from pendopo.cases.queries import CaseFile, case_file
from pendopo.cases.services.sheets import open_sheet
from pendopo.domain.events import Stage
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import PaperForm
from pendopo.papers import kept, printing
from pendopo.papers.filling import PLACEHOLDER
from pendopo.papers.values import Paper, Slip
from pendopo.standards import versions
from tests.pictures import keep_paper
from tests.robot.client import Robot, Transport
from tests.robot.conftest import robot_for
from tests.robot.test_every_service import ADOPTED, OWN

MOST_WALKS = 8

Made = dict[tuple[str, str], Paper]
"""Key and form of a paper → the sheet that was issued or given."""


def written(standard: Standard) -> dict[str, list[str]]:
    """The forms in which the office writes each paper itself."""
    found = {p.key: [f.value for f in p.forms if f.written_here] for p in standard.papers}
    return {key: forms for key, forms in found.items() if forms}


def rounds(standard: Standard) -> Iterator[Mapping[str, str]]:
    """Choices of forms that together have every written form of every paper."""
    own = written(standard)
    for n in range(max((len(forms) for forms in own.values()), default=0)):
        yield {key: forms[min(n, len(forms) - 1)] for key, forms in own.items()}


def choosing(office: str, transport: Transport, forms: Mapping[str, str]) -> Robot:
    """A robot that says at a check which forms the office writes, where that may be said."""

    def send(method: str, address: str, body: Any, headers: Mapping[str, str]) -> tuple[int, Any]:
        if isinstance(body, dict) and "verdicts" in body:
            chosen = {**body, "forms": dict(forms)}
            status, answer = transport(method, address, chosen, headers)
            if status == 200:
                return status, answer
        return transport(method, address, body, headers)

    return Robot(send, office, robot_for(office, transport).tokens)


@pytest.mark.parametrize(("office", "slug"), OWN + ADOPTED)
def test_every_written_paper_is_composed_to_its_end(
    office: str, slug: str, transport: Transport, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    standing = versions.current(office, slug)
    assert standing is not None
    wanted = {(key, form) for key, forms in written(standing.standard).items() for form in forms}
    made: Made = {}
    for forms in rounds(standing.standard):
        robot = choosing(office, transport, forms)
        for _ in range(MOST_WALKS):
            if {(key, form) for key, form in forms.items()} <= made.keys():
                break
            robot.walk(slug)
            made |= given(office, slug)
    assert made.keys() == wanted
    for (key, form), paper in made.items():
        look_at(paper, f"{office}-{slug}-{key}-{form}")


def given(office: str, slug: str) -> Made:
    """What was issued, and what was given without a signature."""
    found: Made = {}
    for row in models.Case.objects.filter(office_id=office, service=slug):
        file = case_file(row.reference, None)
        assert file is not None
        found |= dict(issued(file)) | dict(receipts(file))
    return found


def issued(file: CaseFile) -> Iterator[tuple[tuple[str, str], Paper]]:
    """The sheets that were kept as issued: not drafts, with the number that the book has."""
    rows = models.PaperSheet.objects.filter(case_id=file.row.id, stage=Stage.TERBITAN)
    for row in rows.order_by("number"):
        sheet = open_sheet(row).paper
        line = models.BookRow.objects.filter(case_id=file.row.id, paper=row.paper).first()
        assert not sheet.common.draft
        assert getattr(sheet, "number", "") == (line.number if line else "")
        assert set(compose(file, row.paper).missing) <= left_open(file, row.paper), row.paper
        yield (row.paper, row.form), sheet


def left_open(file: CaseFile, key: str) -> set[str]:
    """What to say of the addressee: where the form lets it be empty, there is room for a pen."""
    paper = file.standard.paper(key)
    words = office_words(file.row.office_id, file.standard, paper, file.case.paper(key).form)
    return {one["key"] for line in words.wording.to or () for one in PLACEHOLDER.finditer(line)}


def receipts(file: CaseFile) -> Iterator[tuple[tuple[str, str], Paper]]:
    """What nobody signs, as soon as the step that gives it was passed."""
    for paper in file.standard.papers:
        state = file.case.paper(paper.key)
        if state.form.written_here and signing_step(file, paper.key) is None:
            made = compose(file, paper.key)
            if not made.facts.is_draft:
                assert isinstance(made.paper, Slip)
                yield (paper.key, state.form.value), made.paper


def look_at(paper: Paper, name: str) -> None:
    """It can be kept and printed, on one page; the picture of it is left for people."""
    assert kept.from_json(json.loads(json.dumps(kept.to_json(paper)))) == paper
    if connection.vendor == "sqlite":  # it looks the same, whatever it was read from
        image, pages = printing.png(paper)
        assert pages == 1, name
        keep_paper(image, name)


def test_the_services_write_all_forms_that_an_office_writes() -> None:
    assert {form for form in PaperForm if form.written_here} == {
        PaperForm.LETTER,
        PaperForm.TRANSMITTAL,
        PaperForm.MINUTES,
    }
