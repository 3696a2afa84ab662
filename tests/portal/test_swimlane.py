# SPDX-License-Identifier: EUPL-1.2
"""The way a case goes as a drawing."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from pendopo.portal.journey import Journey, Leg, Turn, journey
from pendopo.portal.letters import width
from pendopo.portal.swimlane import (
    AHEAD,
    BACK,
    LANE,
    LARGE,
    ONWARD,
    SIZES,
    Drawing,
    narrow,
    wide,
)
from tests.portal.reading import compiled
from tests.real_offices import KESAMBEN, PANDAAN, read_all

Draw = Callable[[Journey], Drawing]
WAYS = [
    (folder.office.word.code, file.word.slug)
    for folder in read_all()[1]
    for file in folder.services
]


def walked(office: str, slug: str) -> Journey:
    roles = read_all()[0].roles.word.roles
    outside = frozenset(key for key, role in roles.items() if role.outside)
    titles = {key: role.title for key, role in roles.items()}
    return journey(compiled(office, slug).standard, lambda key: titles.get(key, key), outside)


def leg(number: int, who: str, *turns: Turn, onward: bool = True) -> Leg:
    return Leg(number, who, who == "Warga", f"Langkah ke-{number}", True, turns, "", onward)


def back(to: int) -> Turn:
    return Turn("keliru", True, f"kembali ke langkah {to}", to)


def large(way: Journey) -> Drawing:
    return narrow(way, large=True)


@pytest.mark.parametrize(("office", "slug"), WAYS)
@pytest.mark.parametrize("draw", [narrow, wide, large])
def test_every_way_of_both_offices_fits_its_drawing(draw: Draw, office: str, slug: str) -> None:
    way = walked(office, slug)
    drawing = draw(way)
    sizes = LARGE if draw is large else SIZES
    assert drawing.width <= (752 if draw is wide else 320)
    assert [node.number for node in drawing.nodes] == [leg.number for leg in way.legs]
    for line in drawing.lines:
        assert line.x >= 0 and line.x + width(line.text, sizes[line.kind][0]) <= drawing.width
        assert 0 < line.y < drawing.height
    for node in drawing.nodes:
        assert node.x >= 0 and node.x + node.width <= drawing.width
        assert node.bottom <= drawing.height


@pytest.mark.parametrize(("office", "slug"), WAYS)
@pytest.mark.parametrize("draw", [narrow, wide, large])
def test_no_word_stands_on_another_and_no_step_on_another(
    draw: Draw, office: str, slug: str
) -> None:
    drawing = draw(walked(office, slug))
    sizes = LARGE if draw is large else SIZES
    deeds = [line for line in drawing.lines if line.kind != LANE]
    for before, after in pairwise(deeds):
        assert after.y - before.y >= sizes[after.kind][1]
    for one, other in pairwise(drawing.nodes):
        assert one.bottom < other.y
    for line in deeds:
        assert line.x > max(b.x + b.width for b in drawing.bands) or draw is wide


@pytest.mark.parametrize("draw", [narrow, wide])
def test_each_who_does_something_has_one_lane_and_each_step_lies_in_its_own(draw: Draw) -> None:
    way = walked(PANDAAN, "sktm")
    drawing = draw(way)
    lanes = list(dict.fromkeys(leg.who for leg in way.legs))
    assert [band.outside for band in drawing.bands] == [True, False, False, False]
    for leg, node in zip(way.legs, drawing.nodes, strict=True):
        band = drawing.bands[lanes.index(leg.who)]
        assert band.x <= node.x and node.x + node.width <= band.x + band.width
        assert node.outside is leg.outside


@pytest.mark.parametrize(("office", "slug"), WAYS)
def test_every_way_out_is_a_line_or_is_said(office: str, slug: str) -> None:
    way = walked(office, slug)
    drawing = narrow(way)
    arrows = [arrow.kind for arrow in drawing.arrows]
    turns = {(leg.number, turn.to) for leg in way.legs for turn in leg.turns if turn.to}
    assert arrows.count(ONWARD) == sum(leg.onward for leg in way.legs[:-1])
    assert arrows.count(BACK) == sum(to <= number for number, to in turns)
    assert arrows.count(AHEAD) == sum(to > number for number, to in turns)
    said = " ".join(line.text for line in drawing.lines)
    for leg in way.legs:
        for turn in leg.turns:
            assert (f"→\N{NO-BREAK SPACE}{turn.to}" if turn.to else turn.then) in said


def ends(path: str) -> tuple[int, int]:
    """Where a line begins and ends, downwards."""
    numbers = [int(n) for n in re.findall(r"(?:M-?\d+ |V)(-?\d+)", path)]
    return numbers[0], numbers[-1]


def test_lines_lead_from_the_step_to_the_step() -> None:
    way = Journey((leg(1, "Warga"), leg(2, "Loket", back(1)), leg(3, "Kepala", back(2))), "")
    first, second, third = narrow(way).nodes
    onward = [ends(arrow.path) for arrow in narrow(way).arrows if arrow.kind == ONWARD]
    assert onward == [(first.bottom, second.y - 2), (second.bottom, third.y - 2)]
    assert [arrow.kind for arrow in narrow(way).arrows].count(BACK) == 2


def test_lines_to_the_same_step_share_one_track_and_one_head() -> None:
    way = Journey(
        (leg(1, "Warga"), leg(2, "Loket"), leg(3, "Kepala", back(2)), leg(4, "Kepala", back(2))), ""
    )
    heads = [arrow.head for arrow in narrow(way).arrows if arrow.kind == BACK]
    assert heads == [True, False]


def test_lines_that_overlap_run_beside_each_other() -> None:
    way = Journey(
        (leg(1, "Warga"), leg(2, "Loket"), leg(3, "Kepala", back(1)), leg(4, "Kepala", back(2))), ""
    )
    across = [
        re.findall(r"H(-?\d+)", arrow.path)[0] for arrow in narrow(way).arrows if arrow.kind == BACK
    ]
    assert len(set(across)) == 2 and all(int(x) > 0 for x in across)


def test_a_step_with_a_choice_is_told_from_one_without_and_from_the_last() -> None:
    done = Turn("", False, "selesai")
    way = Journey(
        (leg(1, "Warga"), leg(2, "Loket", back(1)), leg(3, "Loket", done, onward=False)), ""
    )
    nodes = narrow(way).nodes
    assert [(node.forks, node.ends) for node in nodes] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_many_lanes_still_fit_a_telephone() -> None:
    way = Journey(tuple(leg(n, f"Petugas bagian {n}") for n in range(1, 9)), "")
    drawing = narrow(way)
    assert len(drawing.bands) == 8 and drawing.width == 320
    assert all(line.x + width(line.text, 14) <= 320 for line in drawing.lines)


def test_what_the_office_does_in_its_own_words_is_marked_so() -> None:
    drawing = narrow(walked(KESAMBEN, "perekaman-ktp"))
    owns = {line.text: line.own for line in drawing.lines}
    assert owns["Pemohon"] and not owns["Ajukan permohonan"]
    assert next(own for text, own in owns.items() if text.startswith("Rekam sidik"))
