# SPDX-License-Identifier: EUPL-1.2
"""The page on which a file is taken in, as its template reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pendopo.cases import models
from pendopo.cases.services.answers import NotRecorded
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.vocabulary import Handling, Otherwise, Verb
from pendopo.screens import plain_words as words
from pendopo.screens.deeds.controls import Control
from pendopo.screens.deeds.forms import StepForm, Way
from pendopo.screens.deeds.troubles import Placed, placed, with_troubles
from pendopo.screens.desk.checklist import ask_notes
from pendopo.screens.desk.presence import SigningNow, signing_now
from pendopo.screens.forms.fields import Sheet, form_sheet
from pendopo.screens.intake.earlier import EarlierLine
from pendopo.screens.intake.order import Taking, taking_of
from pendopo.screens.intake.taking import Visit, is_silent
from pendopo.screens.photos.brought import MOST_FIELDS
from pendopo.screens.scenes import Scene
from pendopo.standards.schema import Service


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked for. `notes`: size and copies; `kept`: a copy stays here."""

    key: str
    label: str
    notes: tuple[str, ...]
    kept: bool


@dataclass(frozen=True, slots=True)
class IntakePage:
    """All that stands on it. `troubles` are the summary on top, each with the id it links to.

    `known_files`: how many earlier ones there are of whoever is named; `earlier` are they, once
    they were looked for (`looked`). `source` is the one that the form was filled in from.
    `bundle`: the file goes into it.
    """

    visit: Visit
    sheet: Sheet
    taking: Taking
    form: StepForm | None
    troubles: tuple[Placed, ...] = ()
    presence: SigningNow | None = None
    uploads: tuple[models.Upload, ...] = ()
    earlier: tuple[EarlierLine, ...] = ()
    looked: bool = False
    known_files: int = 0
    source: str = ""
    bundle: models.Bundle | None = None

    @property
    def service(self) -> Service:
        """The words of the standard."""
        return self.visit.standing.service

    @property
    def name(self) -> str:
        """What the service is called, in short."""
        return words.short_name(self.service.name)

    @property
    def onward(self) -> tuple[Way, ...]:
        """The ways on, each a button."""
        return self.form.onward if self.form else ()

    @property
    def others(self) -> tuple[Way, ...]:
        """The ways back and away."""
        return self.form.others if self.form else ()

    @property
    def deeds(self) -> str:
        """What one press writes down beside the filing."""
        if self.form is None:
            return ""
        done = [part.link.step for part in self.form.parts if not part.beyond]
        verbs = [step.do for step in done if step.do is not Verb.RECEIVE]
        return ", ".join(str(words.WAITING[verb]) for verb in verbs)

    @property
    def happened(self) -> Control:
        """When it was handed in, where that was not just now."""
        return self.taking.happened

    @property
    def tells(self) -> bool:
        """Whether this hand may write down at once what came of it."""
        return self.form is not None and not is_silent(self.form)

    @property
    def asks(self) -> tuple[Asked, ...]:
        """What is asked for, with its notes."""
        scene = self.visit.scene
        return tuple(
            Asked(key, label, tuple(ask_notes(scene, key)), _is_kept(scene, key))
            for key, label in scene.ask_labels().items()
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """What was ticked as missing where the checklist is another's."""
        return self.visit.typed.many("kurang")

    @property
    def most(self) -> int:
        """So many fields for photos fit on the page."""
        return MOST_FIELDS

    @property
    def left(self) -> bool:
        """Whether it is left here, to be fetched later."""
        return bool(self.visit.typed.one("ditinggal"))

    @property
    def barred(self) -> tuple[str, ...]:
        """What stands in the way of filing at all."""
        told = self.visit.first.reminders
        filing = tuple(one.say for one in told if one.otherwise is Otherwise.REFUSE)
        return filing + (self.form.blocked if self.form else ())


def _is_kept(scene: Scene, key: str) -> bool:
    ask = scene.ask(key)
    return ask is not None and ask.handling is Handling.KEEP


def intake_page(
    visit: Visit,
    *,
    answer: NotRecorded | None = None,
    rows: Mapping[str, int] = MappingProxyType({}),
    uploads: tuple[models.Upload, ...] = (),
) -> IntakePage:
    """The page of a visit; with an answer that was no, every trouble beside its field."""
    told: tuple[Reason | Trouble, ...] = (*answer.troubles, *answer.reasons) if answer else ()
    bare = form_sheet(visit.standard, visit.values, visit.look, rows=rows)
    own = {one.place for one in bare.inputs} | {section.key for section in bare.groups}
    at_fields = [Trouble(one.where, one.text) for one in told if one.where in own]
    sheet = form_sheet(visit.standard, visit.values, visit.look, troubles=at_fields, rows=rows)
    others = tuple(_placed(visit, [one for one in told if one.where not in own]))
    form = with_troubles(visit.form, others) if visit.form else None
    summary = (*(Placed(one.where, one.text) for one in at_fields), *others)
    office, slug = visit.world.office, visit.standard.slug
    presence = signing_now(office, slug) if visit.is_signed else None
    taking = _with_texts(taking_of(visit), others)
    return IntakePage(visit, sheet, taking, form, summary, presence, uploads)


def _placed(visit: Visit, told: Iterable[Reason | Trouble]) -> Iterator[Placed]:
    first = visit.standard.first.key
    names = {"reminders", "forms", "channel", "brought_by", "bringer"}
    for one in told:
        if found := _in_steps(visit, one):
            yield found
        elif one.where.partition("/")[0] in names:
            yield Placed(f"{first}.{one.where.replace('/', '.')}", one.text)
        else:
            yield Placed("", one.text)


def _in_steps(visit: Visit, one: Reason | Trouble) -> Placed | None:
    """The trouble at the step that it is about; the first where none claims it."""
    if visit.form is None:
        return None
    found = [placed(visit.form, [one], visit.scene, n)[0] for n in range(len(visit.form.parts))]
    at_home = (where for where in found if where.where)
    told = next(at_home, None)
    in_filing = one.where.partition("/")[0] in ("reminders", "forms", "channel", "brought_by")
    return told or (None if in_filing else found[0])


def _with_texts(taking: Taking, troubles: Iterable[Placed]) -> Taking:
    texts = {one.where: one.text for one in troubles}

    def told(control: Control) -> Control:
        parts = tuple(told(part) for part in control.parts)
        return replace(control, trouble=texts.get(control.name, ""), parts=parts)

    return Taking(
        forms=tuple(told(one) for one in taking.forms),
        reminders=told(taking.reminders) if taking.reminders else None,
        channel=told(taking.channel),
        brought_by=told(taking.brought_by),
        bringer=told(taking.bringer),
        secrecy=taking.secrecy,
        happened=told(taking.happened),
    )
