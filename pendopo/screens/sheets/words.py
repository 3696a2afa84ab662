# SPDX-License-Identifier: EUPL-1.2
"""The words of one letter on a page: the box, what is wrong with it, what it would look like."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from pendopo.cases.composing.facts import facts_of
from pendopo.cases.composing.filling import fillings
from pendopo.cases.composing.main_text import main_text, with_main_text
from pendopo.cases.composing.words import Words, words_of
from pendopo.cases.queries import CaseFile
from pendopo.cases.services.wordings import word_troubles
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Paper
from pendopo.screens.sheets.page import Key, keys_for


@dataclass(frozen=True, slots=True)
class WordsPage:
    """The words of a letter as they are being changed. `version` is the file's that was seen.

    `look` names the picture of what was typed; empty before somebody looked.
    """

    file: CaseFile
    paper: Paper
    words: str
    edited: bool
    keys: tuple[Key, ...]
    troubles: tuple[Trouble, ...] = ()
    look: str = ""

    def version_seen(self, version: int) -> bool:
        """Whether the file is still as somebody saw it."""
        return version == self.file.case.version


def words_page(file: CaseFile, paper: str, typed: str | None = None) -> WordsPage:
    """The page with the letter's words, or with what somebody typed."""
    own = file.standard.paper(paper)
    said = words_of(file, own, file.case.paper(paper).form)
    words = main_text(said.wording) if typed is None else typed
    return WordsPage(
        file=file,
        paper=own,
        words=words,
        edited=said.edited,
        keys=keys_for(file, fillings(file, facts_of(file, paper))),
        troubles=word_troubles(file.standard, said.wording.form, words),
        look="" if typed is None else digest(words),
    )


def with_body(file: CaseFile, paper: str, body: str) -> Words:
    """The words of a letter with another main text, for a look at it."""
    said = words_of(file, file.standard.paper(paper), file.case.paper(paper).form)
    return replace(said, wording=with_main_text(said.wording, body), edited=True)


def preview_key(reference: str, paper: str) -> str:
    """Where an officer's words are kept while she looks at them."""
    return f"pratinjau/{reference}/{paper}"


def digest(text: str) -> str:
    """What tells one look from another, so that no browser shows the last one."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
