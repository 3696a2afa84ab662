# SPDX-License-Identifier: EUPL-1.2
"""The standards of this repository: they load, run, and can be walked from end to end."""

from __future__ import annotations

import pytest

from pendopo.domain.procedure import arrows, can_end, moves, reachable, walks
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import End, Kind, PaperForm
from pendopo.standards.adoption import adopted
from pendopo.standards.checks import check_folder, check_national, check_offices
from pendopo.standards.compiling import to_domain
from pendopo.standards.documents import service_document
from pendopo.standards.files import File
from pendopo.standards.problems import errors
from pendopo.standards.schema import COMPONENTS, Service
from pendopo.standards.stored import compiled, stored
from tests.real_offices import read_all

NATIONAL, FOLDERS = read_all()
CLASSES = NATIONAL.classes.word.classes
FILES = [*(file for folder in FOLDERS for file in folder.services), *NATIONAL.services]


def name(file: File[Service]) -> str:
    """Folder and slug, for the report of a failure."""
    return file.name


@pytest.fixture(params=FILES, ids=name)
def standard(request: pytest.FixtureRequest) -> Standard:
    """Each service in turn, ready to run."""
    return to_domain(request.param.word, CLASSES)


def test_seventeen_and_eleven_services_are_described() -> None:
    assert [len(folder.services) for folder in FOLDERS] == [17, 11]


def test_nothing_in_the_repository_refuses_to_load() -> None:
    assert errors(check_national(NATIONAL)) == ()
    for folder in FOLDERS:
        assert errors(check_folder(folder, NATIONAL)) == ()
    assert check_offices(FOLDERS) == ()


def test_every_step_can_be_reached_and_comes_to_an_end(standard: Standard) -> None:
    keys = {step.key for step in standard.steps}
    assert keys <= reachable(standard)
    assert keys == can_end(standard)
    assert all(arrow.to in keys | set(End) for arrow in arrows(standard))


def test_walks_make_every_move_of_every_standard(standard: Standard) -> None:
    every = {move for step in standard.steps for move in moves(step)}
    assert {move for walk in walks(standard) for move in walk} == every


@pytest.mark.parametrize("file", FILES, ids=name)
def test_what_a_version_keeps_makes_the_same_standard_again(file: File[Service]) -> None:
    again = compiled(stored(file, NATIONAL.classes))
    assert again.service == file.word
    assert again.standard == to_domain(file.word, CLASSES)
    assert COMPONENTS[0] in service_document(again, version=1)


def test_an_office_that_lists_no_complaint_or_information_has_the_national_ones() -> None:
    kinds = {
        folder.name: {file.word.kind for file in (*folder.services, *adopted(folder, NATIONAL))}
        for folder in FOLDERS
    }
    assert all({Kind.COMPLAINT, Kind.INFORMATION} <= found for found in kinds.values())
    assert [len(adopted(folder, NATIONAL)) for folder in FOLDERS] == [0, 2]


MORE_THAN_FIVE = {"35.14.11-pandaan/ahli-waris.yaml": {"pewaris-nama"}}
"""Where a signature under another's sheet needs more than name, village, purpose and letter."""


def test_a_countersigned_sheet_asks_for_five_things_at_most() -> None:
    """The paper register has one line. What a lead time looks at is asked beside them."""
    found = {}
    for file in FILES:
        of = to_domain(file.word, CLASSES)
        usual = {paper.forms[0] for paper in of.papers}
        if PaperForm.COUNTERSIGN not in usual or any(form.written_here for form in usual):
            continue
        timed = {limit.before for limit in of.limits}
        asked = {
            f.key
            for f in of.fields
            if f.required and not f.letter_only and not f.when.all and f.group is None
        }
        if len(asked - timed - MORE_THAN_FIVE.get(file.name, set())) > 5:
            found[file.name] = sorted(asked - timed)
    assert found == {}
