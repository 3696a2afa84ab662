# SPDX-License-Identifier: EUPL-1.2
"""One file before its signer: the paper, who checked it, and everything that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.composing.signatures import Signing, block
from pendopo.cases.queries import CaseFile, case_file
from pendopo.domain.case import Verdict, papers_of
from pendopo.domain.circumstances import Actor
from pendopo.domain.filled import as_date, is_given, members
from pendopo.domain.hands import ways_back
from pendopo.domain.permits import acting_role
from pendopo.domain.standard import Field, Standard
from pendopo.domain.typed import Ill, parse_rupiah
from pendopo.domain.vocabulary import FieldType
from pendopo.domain.wording import format_date, rupiah
from pendopo.papers.values import Signature
from pendopo.screens import plain_words
from pendopo.screens.case_view import CaseView, view_of
from pendopo.screens.forms.masking import shown_form
from pendopo.screens.forms.words import PAPER_FORMS, shown_value
from pendopo.screens.photos.places import SIGNED
from pendopo.screens.signing.differing import VILLAGE_LETTER
from pendopo.screens.signing.hands import Hand, hand_of
from pendopo.screens.signing.waiting import Row, Waiting, capacity_choices
from pendopo.screens.telling.past import Past
from pendopo.screens.words import Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper of this step. `written_here`: the office prints it; else it is the village's own.

    `number` stands on it, or is reserved for it; `book` is where it belongs.
    """

    key: str
    title: str
    form: str
    written_here: bool
    number: str
    book: str
    photos: tuple[models.Upload, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A label and what was said under it. `tone` is a chip's state, where it has one."""

    label: str
    text: str
    tone: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """A caution that was heard, and why the file went on all the same."""

    text: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo or scan that came with the file, and what it answers."""

    upload: models.Upload
    label: str

    @property
    def is_picture(self) -> bool:
        """Whether a page can show it by itself."""
        return self.upload.kind != "pdf"


@dataclass(frozen=True, slots=True)
class SigningFile:
    """What a signer sees of one file. `previous` and `following` are its neighbours in the list."""

    row: Row
    step: str
    sheets: tuple[Sheet, ...]
    block: Signature | None
    checks: tuple[Said, ...]
    village_letter: str
    form: tuple[Said, ...]
    basis: tuple[str, ...]
    warnings: tuple[Warned, ...]
    notes: tuple[Said, ...]
    photos: tuple[Photo, ...]
    ways_back: tuple[Said, ...]
    capacities: tuple[tuple[str, str], ...]
    place: int
    count: int
    previous: Row | None
    following: Row | None


_TONES = {
    Verdict.TO_FOLLOW: "soon",
    Verdict.MISSING: "late",
    Verdict.WRONG: "late",
    Verdict.NOT_NEEDED: "off",
}


def signing_file(waiting: Waiting, reference: str, actor: Actor) -> SigningFile | None:
    """A file that waits for this reader; None for any other. As many queries as `case_file`."""
    row = waiting.among(reference)
    file = case_file(reference, actor) if row else None
    hand = hand_of(file) if file else None
    if row is None or file is None or hand is None:
        return None
    view = view_of(file)
    rows = tuple(one for one in waiting.rows if one.own is row.own)
    here = rows.index(row)
    return SigningFile(
        row=row,
        step=hand.step.key,
        sheets=tuple(_sheets(hand, view)),
        block=_block(hand),
        checks=tuple(_checks(view)),
        village_letter=_village_letter(file),
        form=() if row.kept_back else tuple(_form(view)),
        basis=tuple(line.text for line in file.standing.service.legal_basis or ()),
        warnings=tuple(_warnings(view)),
        notes=tuple(_notes(view)),
        photos=tuple(_photos(view)),
        ways_back=tuple(_back(hand, view.words)),
        capacities=capacity_choices((row,), waiting.words),
        place=here + 1,
        count=len(rows),
        previous=rows[here - 1] if here else None,
        following=rows[here + 1] if here + 1 < len(rows) else None,
    )


def _block(hand: Hand) -> Signature | None:
    """The lines above the name as they are printed, for the capacity that comes first."""
    capacity = next(iter(hand.capacities), None)
    if capacity is None:
        return None
    role = acting_role(hand.step, hand.file.case)
    return block(hand.file, Signing(role, capacity))


def _sheets(hand: Hand, view: CaseView) -> Iterator[Sheet]:
    standard, case = hand.file.standard, hand.file.case
    for key in papers_of(standard, hand.step):
        paper, state = standard.paper(key), case.paper(key)
        entry = case.entry(paper.book, key) if paper.book else None
        yield Sheet(
            key=key,
            title=paper.title,
            form=str(PAPER_FORMS[state.form]),
            written_here=state.form.written_here,
            number=(entry.number or "") if entry else "",
            book=view.words.book(paper.book) if paper.book else "",
            photos=tuple(one for one in hand.file.uploads if one.ask == f"{SIGNED}{key}"),
        )


def _checks(view: CaseView) -> Iterator[Said]:
    """What was said of each ask, with the remark that the checker made of it."""
    remarks = _last_said(view.past, "remarks")
    allowed = _allowed(view.past)
    for key, label in view.scene.ask_labels().items():
        verdict = view.file.case.verdict(key)
        if verdict is None:
            continue
        role = allowed.get(key)
        leave = _("dibolehkan %(by)s") % {"by": view.words.role(role)} if role else ""
        notes = filter(None, (remarks.get(key, ""), leave))
        text = str(plain_words.VERDICTS[verdict])
        yield Said(label, text, _TONES.get(verdict, "done"), ", ".join(notes))


def _photos(view: CaseView) -> Iterator[Photo]:
    """What came with the file, but for photos of sheets, which stand with their paper."""
    labels = view.scene.ask_labels()
    for one in view.file.uploads:
        if not one.ask.startswith(SIGNED):
            yield Photo(one, labels.get(one.ask, _("lain-lain")))


def _last_said(past: tuple[Past, ...], key: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for one in past:
        said = one.private.get(key)
        found |= {k: str(v) for k, v in said.items()} if isinstance(said, dict) else {}
    return found


def _allowed(past: tuple[Past, ...]) -> Mapping[str, str]:
    """By which role an ask was let follow later."""
    found: dict[str, str] = {}
    for one in past:
        said = one.event.data.get("allowed_by")
        found |= {k: str(v) for k, v in said.items()} if isinstance(said, dict) else {}
    return found


def _village_letter(file: CaseFile) -> str:
    """`Nomor 470/12/2026, 20 November 2026`; empty where the form has no such letter."""
    number, day = (file.values.get(key) for key in VILLAGE_LETTER)
    date = as_date(day)
    named = _("Nomor %(number)s") % {"number": number} if is_given(number) else ""
    return ", ".join(filter(None, (named, format_date(date) if date else "")))


def _form(view: CaseView) -> Iterator[Said]:
    """The form in its own order, as far as this reader may know it; NIK and KK masked."""
    standard = view.file.standard
    shown = shown_form(standard, view.file.values, view.scene.circumstances.actor.roles)
    villages = view.scene.setting.villages
    for f in standard.fields:
        if f.group is None and f.key not in VILLAGE_LETTER and is_given(shown.get(f.key)):
            yield Said(f.label, told_value(f, shown[f.key], villages))
    yield from _members(standard, shown, villages)


def _members(
    standard: Standard, shown: Mapping[str, object], villages: Mapping[str, str]
) -> Iterator[Said]:
    for group in standard.groups:
        for member in members(group, shown) if is_given(shown.get(group.key)) else ():
            fields = [f for f in standard.fields if f.group == group.key]
            told = [
                told_value(f, member.values[f.key], villages)
                for f in fields
                if is_given(member.values.get(f.key))
            ]
            if told:
                yield Said(member.label, ", ".join(told))


def told_value(f: Field, value: object, villages: Mapping[str, str]) -> str:
    """A value as a reader expects it: the option's words, the village's name, rupiah."""
    text = str(value)
    match f.type:
        case FieldType.CHOICE:
            return dict(f.options).get(text, text)
        case FieldType.VILLAGE:
            return villages.get(text, text)
        case FieldType.DATE:
            day = as_date(value)
            return format_date(day) if day else text
        case FieldType.MONEY:
            amount = parse_rupiah(value)
            return text if isinstance(amount, Ill) else rupiah(Decimal(amount))
        case _:
            return shown_value(f, value)


def _warnings(view: CaseView) -> Iterator[Warned]:
    """The lead times and cautions that spoke up on the way here, with the reasons given."""
    standard = view.file.standard
    words = {one.key: one.say for one in standard.cautions}
    words |= {one.key: one.say for one in standard.limits if one.say}
    lines = view.history
    for one, line in zip(view.past, lines, strict=True):
        heard = one.event.data.get("reminders")
        note = str(one.private.get("note") or "")
        for key in heard if isinstance(heard, list) else ():
            text = words.get(str(key), plain_words.spelled(str(key)).capitalize())
            yield Warned(text, reasons_in(note).get(str(key), ""), line.by)


def reasons_in(note: str) -> dict[str, str]:
    """The reasons for going on among what was noted: kept as `key: reason; key: reason`."""
    parts = (part.partition(": ") for part in note.split("; "))
    return {key: reason for key, found, reason in parts if found}


def note_without(note: str, keys: Collection[str]) -> str:
    """What was noted beside the reasons for going on."""
    parts = note.split("; ")
    return "; ".join(part for part in parts if part.partition(": ")[0] not in keys)


def _notes(view: CaseView) -> Iterator[Said]:
    """The office's own notes, and the reasons of earlier returns."""
    for one, line in zip(view.past, view.history, strict=True):
        heard = one.event.data.get("reminders")
        keys = [str(key) for key in heard] if isinstance(heard, list) else []
        note = note_without(str(one.private.get("note") or ""), keys)
        for text in (note.strip(), str(one.private.get("reasons") or "").strip()):
            if text:
                yield Said(line.by, text)


def _back(hand: Hand, words: Words) -> Iterator[Said]:
    """To whom it would go back, a way an outcome."""
    standard = hand.file.standard
    for outcome in ways_back(standard, hand.step):
        step = standard.step(hand.step.target(outcome))
        yield Said(words.role(step.by), outcome)
