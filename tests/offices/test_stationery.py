# SPDX-License-Identifier: EUPL-1.2
"""An office's paper: what it settles, what the nation settles for it, and the region's arms."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pytest_django import Settings

from pendopo.base.made_anew import Unfit
from pendopo.cases.services.kept_files import kept_files
from pendopo.offices.arms import arms_named, arms_of, set_arms
from pendopo.offices.models import Office, OfficeFile
from pendopo.offices.stationery import OfficeStationery
from pendopo.papers.values import Margins, PageSize, Typeface

SHIELD = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


def test_an_office_that_says_nothing_has_the_nations_paper() -> None:
    paper = OfficeStationery.read({}).paper()
    assert (paper.size, paper.typeface, paper.points) == (PageSize.F4, Typeface.SANS, 12)
    assert paper.margins == Margins(15, 20, 20, 25)


def test_what_a_row_keeps_is_read_back_whole() -> None:
    own = OfficeStationery(size="a4", above=("PEMERINTAH",), number="reserved", on_behalf=True)
    assert OfficeStationery.read(own.kept()) == own
    assert own.reserves and not OfficeStationery().reserves


def test_words_of_a_later_release_are_left_alone() -> None:
    assert OfficeStationery.read({"size": "a4", "watermark": True}).size == "a4"


def test_a_drawing_is_kept_without_what_acts_or_fetches(office: Office) -> None:
    risky = SHIELD.replace(
        b"<path",
        b'<script>alert(1)</script><image href="http://x/"/><path onclick="x()" '
        b'style="fill:url(http://x/)" mask="u\\72l(http://x/)" fill="url(#a)"',
    )
    row = set_arms(office.code, b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b">' + risky)
    assert isinstance(row, OfficeFile) and row.media_type == "image/svg+xml"
    kept = arms_of(office).content
    assert b"url(#a)" in kept and b"<path" in kept
    for danger in (b"script", b"onclick", b"http://x", b"<image", b"DOCTYPE"):
        assert danger not in kept


@pytest.mark.parametrize(
    "content",
    [
        b"<svg>",
        b"<svg xmlns='x'/>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SHIELD,
        b"%PDF-1.7 x",
        b"tulisan",
        SHIELD.replace(b"<path", b"<g>" * 400 + b"<path").replace(
            b"</svg>", b"</g>" * 400 + b"</svg>"
        ),
    ],
)
def test_what_is_no_picture_is_not_kept(office: Office, content: bytes) -> None:
    assert isinstance(set_arms(office.code, content), Unfit)
    assert not OfficeFile.objects.exists()


def test_a_photo_is_drawn_anew(office: Office) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (200, 0, 0, 120)).save(out, "PNG")
    row = set_arms(office.code, out.getvalue())
    assert isinstance(row, OfficeFile)
    assert (row.media_type, row.size) == ("image/png", len(arms_of(office).content))


def test_arms_that_were_replaced_stay_for_the_sheets_that_bear_them(office: Office) -> None:
    set_arms(office.code, SHIELD)
    before = arms_of(office)
    set_arms(office.code, SHIELD.replace(b"M0", b"M1"))
    now = arms_of(office)
    assert now.name != before.name
    assert arms_named(office.code, before.name) == before.content
    assert set(kept_files()) == {f"{office.code}/{name}" for name in (before.name, now.name)}
    set_arms(office.code, SHIELD)
    assert arms_of(office) == before
    assert OfficeFile.objects.count() == 2


def test_a_demonstration_shows_a_shield_of_nobody_and_a_real_office_none(office: Office) -> None:
    assert b"CONTOH" in arms_of(office).content
    office.demo = False
    assert arms_of(office).content == b""
