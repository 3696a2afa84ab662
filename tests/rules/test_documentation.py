# SPDX-License-Identifier: EUPL-1.2
"""Documentation: what the program knows is documented, and what is documented is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from pendopo.domain.book_words import BookKind
from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.case import Verdict
from pendopo.domain.events import Stage
from pendopo.domain.vocabulary import End, Handling, Kind, PaperForm, Source, Verb
from pendopo.settings import SETTINGS
from pendopo.standards.reference import undescribed
from scripts import reference
from tests.rules.repository import ROOT, files, name, said

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
MAKE_DOCS = "run `make docs` and look at what it changed."


def _pages() -> tuple[Path, ...]:
    return tuple(path for path in files() if path.suffix == ".md")


@pytest.mark.parametrize(("page", "text"), list(reference.pages()), ids=lambda value: value[:24])
def test_a_generated_page_is_what_the_program_says_now(page: str, text: str) -> None:
    kept = reference.FOLDER / page
    assert kept.exists(), said([f"docs/reference/{page} is missing"], MAKE_DOCS)
    same = kept.read_text(encoding="utf-8") == text
    assert same, said([f"docs/reference/{page} is out of date"], MAKE_DOCS)


def test_every_setting_is_explained_in_both_languages() -> None:
    found = [one.name for one in SETTINGS if not (one.doc_id.strip() and one.doc_en.strip())]
    assert not found, said(found, "write doc_id and doc_en beside the setting.")


def test_every_setting_of_the_readme_is_one() -> None:
    known = {one.name for one in SETTINGS}
    for readme in ("README.md", "README.id.md"):
        text = (ROOT / readme).read_text(encoding="utf-8")
        told = set(re.findall(r"^\| `([A-Z_]+)` \|", text, re.MULTILINE))
        assert told, f"{readme} tells of no setting"
        found = sorted(told - known)
        assert not found, said(found, f"take it out of {readme}, or add it to pendopo/settings.py.")


def test_every_field_of_every_event_is_explained() -> None:
    found = list(reference.unexplained())
    assert not found, said(
        found, "add it to DATA_FIELDS or PRIVATE_FIELDS of scripts/reference.py."
    )


def test_every_word_of_the_language_is_described() -> None:
    found = list(undescribed())
    assert not found, said(found, "describe it in standards/meanings.py or a glossary beside it.")


@pytest.mark.parametrize(
    "words",
    [
        *(Verb, End, Kind, PaperForm, Verdict, RowStatus, Stage, Source, Handling),
        *(NumberMode, BookKind),
    ],
    ids=lambda words: words.__name__,
)
def test_every_word_of_law_and_engine_is_in_the_glossary(words: type[StrEnum]) -> None:
    text = (DOCS / "reference" / "glossary.md").read_text(encoding="utf-8")
    found = [f"{words.__name__}: {word}" for word in words if f"`{word}`" not in text]
    assert not found, said(found, "add it to docs/reference/glossary.md, in backticks.")


def test_every_link_between_pages_leads_somewhere() -> None:
    found = [
        f"{name(page)}: {link}"
        for page in _pages()
        for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
        if not _leads_somewhere(page, link)
    ]
    assert not found, said(found, "mend the path, or the heading that it names.")


def _leads_somewhere(page: Path, link: str) -> bool:
    if re.match(r"[a-z]+:", link):
        return True
    path, _, heading = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists():
        return False
    return not heading or heading in set(_anchors(target))


def _anchors(page: Path) -> Iterator[str]:
    """As GitLab, GitHub and others make them: small letters, hyphens for spaces."""
    for heading in HEADING.findall(page.read_text(encoding="utf-8")):
        kept = re.sub(r"[^\w\- ]", "", heading.lower())
        yield kept.strip().replace(" ", "-")


def test_every_page_can_be_reached_from_the_first() -> None:
    told = (DOCS / "README.md").read_text(encoding="utf-8")
    decisions = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    pages = [page for page in _pages() if page.is_relative_to(DOCS) and page.name != "README.md"]
    found = [
        name(page)
        for page in pages
        if f"({page.relative_to(DOCS).as_posix()})" not in told
        and f"({page.name})" not in decisions
    ]
    assert not found, said(
        found, "name it in docs/README.md, a decision in docs/decisions/README.md."
    )


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(path.name[:4] for path in (DOCS / "decisions").glob("[0-9]*.md"))
    wanted = [f"{number:04}" for number in range(1, len(numbers) + 1)]
    assert numbers == wanted, said(numbers, "give the new decision the next number.")
