# SPDX-License-Identifier: EUPL-1.2
"""Breaking a text into lines before anything has drawn it."""

from __future__ import annotations

from pendopo.portal.letters import lines, width


def test_a_text_is_broken_between_its_words() -> None:
    text = "Periksa kelengkapan dan kebenaran data pemohon"
    found = lines(text, 120, 14)
    assert len(found) > 2 and " ".join(found) == text
    assert all(width(line, 14) <= 120 for line in found)


def test_a_short_text_is_one_line_and_no_text_none() -> None:
    assert lines("Beri paraf", 200, 14) == ("Beri paraf",)
    assert lines("", 200, 14) == lines("  ", 200, 14) == ()


def test_a_word_wider_than_the_line_is_cut_with_hyphens() -> None:
    found = lines("pertanggungjawaban", 60, 14)
    assert all(width(line, 14) <= 60 for line in found)
    assert "".join(line.rstrip("-") for line in found) == "pertanggungjawaban"


def test_what_must_stay_together_stays_together() -> None:
    assert lines("tidak lengkap →\N{NO-BREAK SPACE}1", 90, 13)[-1].endswith("→\N{NO-BREAK SPACE}1")
    assert not any(
        line.startswith("1") for line in lines("dikembalikan →\N{NO-BREAK SPACE}1", 85, 13)
    )


def test_however_narrow_it_ends() -> None:
    assert lines("panjang", 1, 14)
