# SPDX-License-Identifier: EUPL-1.2
"""A paper is kept as JSON and comes back as it was."""

from __future__ import annotations

import json

import pytest

from pendopo.papers.kept import from_json, to_json
from tests.papers import samples


def test_a_letter_comes_back_from_json() -> None:
    kept = json.loads(json.dumps(to_json(samples.LETTER)))
    assert from_json(kept) == samples.LETTER


def test_what_is_no_paper_is_refused_with_its_place() -> None:
    kept = to_json(samples.LETTER) | {"dated": {"place": 3, "date": ""}}
    with pytest.raises(ValueError, match=r"paper\.dated\.place"):
        from_json(kept)
