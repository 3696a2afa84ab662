# SPDX-License-Identifier: EUPL-1.2
"""A page of questions as its template reads it: how each is asked, and what is shown beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise as Lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Field
from pendopo.domain.vocabulary import FieldType
from pendopo.portal.applying.planner import Page
from pendopo.portal.applying.way import Way
from pendopo.screens.forms.fields import Input, form_sheet
from pendopo.screens.forms.words import Option, attributes_of
from pendopo.screens.plain_words import lowered

MOST_RADIOS = 10
_LONGEST_TITLE, _LONGEST_FIRST = 60, 36
_HINTS: Mapping[FieldType, str | Lazy] = {
    FieldType.DATE: gettext_lazy("Hari-bulan-tahun, contohnya 23-11-2026"),
    FieldType.TIME: gettext_lazy("Contohnya 09.00"),
    FieldType.MONEY: gettext_lazy("Dalam rupiah, contohnya 1.250.000"),
    FieldType.NIK: gettext_lazy("16 angka, ada di KTP dan Kartu Keluarga"),
    FieldType.KK: gettext_lazy("16 angka, di bagian atas Kartu Keluarga"),
    FieldType.NOP: gettext_lazy("18 angka, ada di SPPT"),
    FieldType.PHONE: gettext_lazy("Contohnya 0812 3456 7890"),
}
_SELDOM_SAID = ("Tidak wajib.", "Boleh dikosongkan.")
"""Help that only repeats what stands beside the label already."""
_OWN: Mapping[FieldType, str] = {FieldType.PHONE: "tel", FieldType.EMAIL: "email"}


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `shape`: radios, list, area or line; `heading`: its label is the page's.

    `later`: a letter will need it, but it may still be told at the counter.
    """

    input: Input
    shape: str
    hints: tuple[str, ...]
    heading: bool
    autocomplete: str
    later: bool = False

    @property
    def options(self) -> tuple[Option, ...]:
        """What may be chosen; nothing too, where it need not be answered."""
        none = Option("", _("Tidak diisi"))
        return self.input.options + (() if self.input.required or self.shape == "list" else (none,))

    @property
    def id(self) -> str:
        """To which an error summary links: the first radio, or the field."""
        return f"{self.input.id}-1" if self.shape == "radios" else self.input.id

    @property
    def attributes(self) -> dict[str, str]:
        """What its tag says beside its name."""
        own = {} if self.input.options else dict(attributes_of(FieldType(self.input.type)))
        own.pop("placeholder", None)
        own.pop("rows", None)
        told = self.described_by
        if self.input.required:
            own |= {"aria-required": "true"}
        if self.input.trouble:
            own |= {"aria-invalid": "true"}
        return own | ({"aria-describedby": told} if told else {})

    @property
    def trouble(self) -> str:
        """What is wrong, beside the field: its label stands there already."""
        label, closed, rest = self.input.trouble.partition("»: ")
        return capfirst(rest) if closed and label.startswith("«") else self.input.trouble

    @property
    def described_by(self) -> str:
        """The ids of the words that belong to it."""
        one = self.input
        words = (("hint", self.hints), ("trouble", one.trouble), ("warning", one.warning))
        return " ".join(f"{one.id}-{key}" for key, text in words if text)


@dataclass(frozen=True, slots=True)
class Told:
    """One trouble in the summary on top, with what it links to."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """All that stands on a page of questions."""

    title: str
    about: str
    questions: tuple[Question, ...]
    troubles: tuple[Told, ...] = ()

    @property
    def combines(self) -> bool:
        """Whether a long list stands on it, which a script makes easier."""
        return any(one.shape == "list" for one in self.questions)


def question_page(way: Way, page: Page, troubles: Iterable[Trouble] = ()) -> QuestionPage:
    """The page with what was typed, every trouble beside its field and, in this order, on top."""
    told = tuple(troubles)
    sheet = form_sheet(way.standard, way.values, way.look, troubles=told)
    inputs = {one.place: one for one in sheet.inputs}
    asked = way.questions(page)
    alone = len(asked) == 1
    found = [(f, inputs[page.place(f)]) for f in asked if page.place(f) in inputs]
    questions = tuple(_question(way, page, f, one, heading=alone) for f, one in found)
    where = {one.input.place: one.id for one in questions}
    return QuestionPage(
        _title(questions),
        page.about,
        questions,
        tuple(
            Told(id, one.text) for place, id in where.items() for one in told if one.where == place
        ),
    )


def title_of(labels: Sequence[str]) -> str:
    """What a page of these questions is called: as many of their labels as are read at once.

    What all of them end in is said once: `Nomor dan tanggal surat desa`.
    """
    if len(labels) < 2:
        return "".join(labels)
    words = [label.split() for label in labels]
    shared = _shared_end(words)
    heads = [" ".join(one[: len(one) - shared]) for one in words]
    first, *rest = heads
    small = [_small(one) for one in rest]
    joined = _("%(before)s dan %(last)s") % {
        "before": ", ".join([first, *small[:-1]]),
        "last": small[-1],
    }
    title = " ".join([joined, *(words[0][len(words[0]) - shared :] if shared else ())])
    if len(title) <= _LONGEST_TITLE:
        return title
    if len(labels[0]) <= _LONGEST_FIRST:
        return _("%(first)s dan yang terkait") % {"first": labels[0]}
    return _("Beberapa pertanyaan lagi")


def _title(questions: Sequence[Question]) -> str:
    yes_or_no = len(questions) > 1 and all(q.input.type == FieldType.YES_NO for q in questions)
    if yes_or_no:
        return _("Jawab ya atau tidak")
    return title_of([one.input.label for one in questions])


def _shared_end(words: Sequence[Sequence[str]]) -> int:
    """How many words all of them end in, each keeping at least one of its own."""
    least = min(map(len, words)) - 1
    ends = (n for n in range(least, 0, -1) if len({tuple(one[-n:]) for one in words}) == 1)
    return next(ends, 0)


def _small(label: str) -> str:
    """A label within a sentence, abbreviations as they are: `desa/kelurahan`, `NIK`."""
    return "/".join(lowered(part) for part in label.split("/"))


def _question(way: Way, page: Page, f: Field, one: Input, *, heading: bool) -> Question:
    shown = replace(one, required=one.required and not f.letter_only)
    later = one.required and f.letter_only
    complete = _autocomplete(way, page, f)
    return Question(shown, _shape(shown), tuple(_hints(f)), heading, complete, later)


def _shape(one: Input) -> str:
    if one.options:
        return "radios" if len(one.options) <= MOST_RADIOS and one.type != "village" else "list"
    return "area" if one.type == FieldType.LONG_TEXT else "line"


def _hints(f: Field) -> Iterable[str]:
    if hint := _HINTS.get(f.type):
        yield str(hint)
    if f.help and f.help not in _SELDOM_SAID:
        yield f.help


def _autocomplete(way: Way, page: Page, f: Field) -> str:
    """The browser may offer the applicant's own name, telephone and e-mail (WCAG 1.3.5)."""
    if page.group:
        return "off"
    first = next(
        (one.key for one in way.standard.fields if one.type is FieldType.NAME and not one.group), ""
    )
    if f.key == first:
        return "name"
    return _OWN.get(f.type, "off")
