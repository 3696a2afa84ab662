# SPDX-License-Identifier: EUPL-1.2
"""The office's wordings on a page: what stands in its letters, and changing one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from pendopo.cases import models
from pendopo.cases.composing.letters import compose
from pendopo.cases.composing.words import (
    WORDED,
    Words,
    office_words,
    parts_of,
    read_parts,
    standard_words,
    with_parts,
    wordings_of,
)
from pendopo.cases.services.wordings import part_troubles
from pendopo.domain.circumstances import Actor
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Paper
from pendopo.domain.vocabulary import PaperForm
from pendopo.papers.values import Paper as Printed
from pendopo.screens.forms.invented_files import invented_file
from pendopo.screens.forms.words import PAPER_FORMS
from pendopo.screens.sheets.page import Key, names_of
from pendopo.screens.sheets.words import digest
from pendopo.standards import versions
from pendopo.standards.placeholders import placeholders
from pendopo.standards.versions import Standing

_LABELS: Mapping[str, tuple[str | Lazy, str | Lazy]] = {
    "heading": (_("Judul"), ""),
    "to": (_("Kepada"), _("Satu baris satu bagian alamat.")),
    "subject": (_("Hal"), ""),
    "body": (_("Isi surat"), ""),
    "responsibility": (_("Batas tanggung jawab"), _("Kalimat kecil di bawah tanda tangan.")),
    "copies_to": (_("Tembusan"), _("Satu baris satu tujuan; nomornya ditulis sendiri.")),
}
_BODIES: Mapping[PaperForm, str | Lazy] = {
    PaperForm.TRANSMITTAL: _("Baris yang dikirim"),
    PaperForm.MINUTES: _("Isi berita acara"),
    PaperForm.COUNTERSIGN: _("Baris di atas tanda tangan"),
}
_LONG = frozenset({"to", "body", "copies_to"})


@dataclass(frozen=True, slots=True)
class Kept:
    """One wording that the office kept: when and by whom; `said` is False where it went back."""

    id: UUID
    at: datetime
    by: str
    said: bool
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paper in the list: `form` is named where it may have several. `kept`: the office's."""

    service: str
    paper: str
    form: str
    title: str
    form_words: str
    kept: Kept | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers of one service."""

    service: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a wording as a box: its name, label and text; `long`: it takes several lines."""

    name: str
    label: str
    help: str
    text: str
    long: bool
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class WordingPage:
    """A wording being changed. `since` is the id of the office's row that was seen, if any.

    `look` names the picture of what was typed; empty before somebody looked.
    """

    standing: Standing
    paper: Paper
    form: PaperForm
    form_words: str
    parts: tuple[Part, ...]
    keys: tuple[Key, ...]
    kept: tuple[Kept, ...]
    troubles: tuple[Trouble, ...] = ()
    look: str = ""
    is_standard: bool = True

    @property
    def since(self) -> str:
        """The office's newest row; empty where it never said anything."""
        return str(self.kept[0].id) if self.kept else ""


def shelves(office: str) -> tuple[Shelf, ...]:
    """All papers that the office writes or countersigns, by service. Five queries at most."""
    rows = list(models.PaperWording.objects.filter(office_id=office).order_by("created_at", "id"))
    newest = {(row.service, row.paper, row.form): row for row in rows}
    names = names_of(office, {row.created_by for row in newest.values()})
    made = (_shelf(one, newest, names) for one in versions.catalogue(office))
    return tuple(shelf for shelf in made if shelf.lines)


Newest = Mapping[tuple[str, str, str], models.PaperWording]


def _shelf(standing: Standing, newest: Newest, names: Mapping[str, str]) -> Shelf:
    return Shelf(standing.standard.name, tuple(_lines(standing, newest, names)))


def _lines(standing: Standing, newest: Newest, names: Mapping[str, str]) -> Iterator[Line]:
    for paper in standing.standard.papers:
        forms = [form for form in paper.forms if form in WORDED]
        for form in forms:
            row = newest.get((standing.slug, paper.key, form.value))
            yield Line(
                standing.slug,
                paper.key,
                form.value,
                paper.title,
                str(PAPER_FORMS[form]) if len(forms) > 1 else "",
                _kept(row, names) if row and row.text else None,
            )


def _kept(row: models.PaperWording, names: Mapping[str, str], shown: str = "") -> Kept:
    by = names.get(row.created_by, "")
    return Kept(row.id, row.created_at, by, bool(row.text), str(row.id) == shown)


def paper_in(standing: Standing, paper: str, form: str) -> tuple[Paper, PaperForm] | None:
    """A paper and one of its forms; None where the standard has no such, or none with words."""
    for one in standing.standard.papers:
        for known in one.forms:
            if (one.key, known.value) == (paper, form) and known in WORDED:
                return one, known
    return None


def wording_page(
    standing: Standing,
    paper: Paper,
    form: PaperForm,
    typed: Mapping[str, str] | None = None,
    shown: str = "",
) -> WordingPage:
    """The page with the words that hold, with an earlier row's, or with what somebody typed."""
    office, standard = standing.office, standing.standard
    rows = list(wordings_of(office, standing.slug, paper.key, form))
    names = names_of(office, {row.created_by for row in rows})
    words = _words(standing, paper, form, rows, shown)
    parts = {**parts_of(words), **(typed or {})}
    troubles = tuple(part_troubles(standard, form, parts))
    return WordingPage(
        standing=standing,
        paper=paper,
        form=form,
        form_words=str(PAPER_FORMS[form]) if len(paper.forms) > 1 else "",
        parts=tuple(_parts(form, parts, troubles)),
        keys=tuple(Key(key, label) for key, label in placeholders(standard).items()),
        kept=tuple(_kept(row, names, shown) for row in rows),
        troubles=troubles,
        look=digest(repr(sorted(parts.items()))) if typed is not None else "",
        is_standard=not (rows and rows[0].text),
    )


def _words(
    standing: Standing,
    paper: Paper,
    form: PaperForm,
    rows: list[models.PaperWording],
    shown: str,
) -> Words:
    given = standard_words(standing.standard, paper, form)
    row = next((one for one in rows if str(one.id) == shown), rows[0] if rows else None)
    return with_parts(given, read_parts(row.text)) if row and row.text else given


def _parts(
    form: PaperForm, said: Mapping[str, str], troubles: tuple[Trouble, ...]
) -> Iterator[Part]:
    for name, text in said.items():
        label, help_ = _LABELS[name]
        label = _BODIES.get(form, label) if name == "body" else label
        trouble = next((one.text for one in troubles if one.where == name), "")
        yield Part(name, str(label), str(help_), text, name in _LONG, trouble)


def on_an_example(
    standing: Standing, paper: Paper, form: PaperForm, typed: Mapping[str, str], actor: Actor
) -> Printed:
    """What these words give on a file with invented people; it says that it is an example."""
    file = invented_file(standing, actor, paper.key, form)
    words = with_parts(office_words(standing.office, standing.standard, paper, form), typed)
    made = compose(file, paper.key, words=words).paper
    return replace(made, common=replace(made.common, draft=False, example=True))
