# SPDX-License-Identifier: EUPL-1.2
"""A paper is kept as JSON and comes back as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from pendopo.papers.kept import from_json, kind, to_json
from pendopo.papers.values import Paper
from tests.papers import samples, written


@given(written.papers)
def test_every_paper_comes_back_from_json(paper: Paper) -> None:
    assert from_json(json.loads(json.dumps(to_json(paper)))) == paper


@given(written.papers)
def test_a_paper_says_its_kind(paper: Paper) -> None:
    assert to_json(paper)["kind"] == kind(paper)


def test_what_a_paper_did_not_have_yet_takes_its_default() -> None:
    kept = to_json(samples.LETTER)
    del kept["copies_to"], kept["common"]["example"]
    letter = from_json(kept)
    assert letter.common.example is False
    assert letter.copies_to == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"dated": {"place": 3, "date": ""}}, r"paper\.dated\.place"),
        ({"kind": "poster"}, r"paper: unknown kind"),
        ({"body": [{"kind": "picture"}]}, r"paper\.body\[0\]: unknown kind"),
        ({"body": "x"}, r"paper\.body: expected a list"),
        ({"copies_to": [None]}, r"paper\.copies_to\[0\]"),
        ({"colour": "red"}, r"unknown \['colour'\]"),
        ({"common": {"title": "x"}}, r"lacking \['stationery'\]"),
    ],
)
def test_what_is_no_paper_is_refused_with_its_place(change: dict[str, object], place: str) -> None:
    with pytest.raises(ValueError, match=place):
        from_json(to_json(samples.LETTER) | change)
