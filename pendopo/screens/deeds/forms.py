# SPDX-License-Identifier: EUPL-1.2
"""The form of what may be done next: the steps of one hand, and the ways out of the first.

Made of nothing but the standard, the case and what each verb takes; no verb has a form of its
own. `deeds.reading` makes the command of what comes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.cases import models
from pendopo.domain.chains import TURNED_AWAY, Link, chain
from pendopo.domain.duty_fields import fields_of
from pendopo.domain.forms import missing_for_letter
from pendopo.domain.offers import step_title
from pendopo.domain.permits import acting_role
from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import End, Otherwise, Verb
from pendopo.screens import plain_words as words
from pendopo.screens.deeds.controls import CheckRow, Control, Typed
from pendopo.screens.deeds.duty_controls import duty_control
from pendopo.screens.deeds.turns import Turn
from pendopo.screens.desk.checklist import check_rows
from pendopo.screens.scenes import Scene

UNTIL, OUTCOME, VERSION = "until", "outcome", "version"
HAPPENED, ALL = "happened", "all"

_LAST = ".collector"
"""Who fetched it is asked after how she is related: whoever applied need not be named again."""
_JUDGED = (Verb.ASSESS,)
_ANSWERS = {True: "ya", False: "tidak"}
_ANSWER_WORDS = {"ya": gettext_lazy("ya"), "tidak": gettext_lazy("tidak")}
_WRITTEN = (Verb.VERIFY, Verb.DRAFT, Verb.SIGN)
"""Verbs at which a letter of the office has to have all that it prints."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a step: a button. `kind` is onward, back or away.

    Ways back and away owe reasons, and so does what was weighed.
    """

    outcome: str
    kind: str
    label: str
    note: str
    reasons: Control | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a decision table: what is answered, and what comes of it.

    `names` tells a page which answers meet it: `verifikasi.facts.benar=ya …`.
    """

    names: str
    answers: tuple[str, ...]
    outcome: str
    kind: str
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One step of the form. `word` is what the button says of it, `then` what comes after it.

    `whose` is whom it is recorded for. `checklist` stands apart from the other controls; `cells`
    are those of a decision table. `beyond`: the officer stops before it.
    """

    link: Link
    title: str
    word: str
    then: str
    whose: str
    checklist: tuple[CheckRow, ...]
    controls: tuple[Control, ...]
    cells: tuple[Cell, ...] = ()
    beyond: bool = False

    @property
    def key(self) -> str:
        """The step."""
        return self.link.step.key


@dataclass(frozen=True, slots=True)
class StepForm:
    """What somebody may do next with a case, in one go.

    `parts` are its steps, the first that at which the case stands; `ways` those out of the
    first. `blocked` is what stands in the way of going on, `unwritten` what a letter of the
    office still needs.
    """

    version: int
    parts: tuple[Part, ...]
    ways: tuple[Way, ...]
    note: Control
    happened: Control
    blocked: tuple[str, ...] = ()
    unwritten: tuple[str, ...] = ()
    opened: str = ""

    @property
    def here(self) -> Part:
        """The step at which the case stands."""
        return self.parts[0]

    @property
    def onward(self) -> tuple[Way, ...]:
        """The ways that carry the case on."""
        return tuple(way for way in self.ways if way.kind == "onward")

    @property
    def others(self) -> tuple[Way, ...]:
        """The ways back and away."""
        return tuple(way for way in self.ways if way.kind != "onward")

    @property
    def is_chain(self) -> bool:
        """Whether several steps can be passed in one go."""
        return len(self.parts) > 1

    @property
    def until(self) -> str:
        """The last step that is to be passed."""
        return [part for part in self.parts if not part.beyond][-1].key

    @property
    def then(self) -> str:
        """What comes after the last step that is to be passed."""
        return [part for part in self.parts if not part.beyond][-1].then

    @property
    def controls(self) -> Iterator[Control | CheckRow]:
        """All that may be said, in the order of the page."""
        for part in self.parts:
            yield from part.checklist
            yield from part.controls
        for way in self.ways:
            if way.reasons:
                yield way.reasons
        yield from (self.note, self.happened)


def step_form(
    scene: Scene,
    typed: Typed | None = None,
    photos: Mapping[str, tuple[models.Upload, ...]] = MappingProxyType({}),
    *,
    all_present: bool = False,
) -> StepForm | None:
    """The form of the steps that this caller may pass now; None where it is not her turn."""
    links = chain(scene.standard, scene.case, scene.circumstances)
    if not links:
        return None
    return _Making(scene, links, typed or Typed(), photos, all_present=all_present).form()


class _Making:
    """One form being made."""

    def __init__(
        self,
        scene: Scene,
        links: tuple[Link, ...],
        typed: Typed,
        photos: Mapping[str, tuple[models.Upload, ...]],
        *,
        all_present: bool,
    ) -> None:
        self._scene, self._links, self._typed, self._photos = scene, links, typed, photos
        self._all_present = all_present

    def form(self) -> StepForm:
        keys = [link.step.key for link in self._links]
        until = self._typed.one(UNTIL, keys[-1])
        last = keys.index(until) if until in keys else len(keys) - 1
        parts = tuple(
            replace(self._part(link), beyond=number > last)
            for number, link in enumerate(self._links)
        )
        ways = tuple(sorted(self._ways(), key=lambda way: way.kind != "onward"))
        return StepForm(
            version=self._scene.case.version,
            parts=parts,
            ways=ways,
            note=self._note(),
            happened=self._happened(),
            blocked=self._blocked(),
            unwritten=self._unwritten(),
            opened=self._typed.one(OUTCOME),
        )

    def _turn(self, link: Link) -> Turn:
        case = replace(self._scene.case, step=link.step.key)
        return Turn(replace(self._scene, case=case), link.step, link.recorded_for)

    def _part(self, link: Link) -> Part:
        turn, prefix = self._turn(link), prefix_of(link)
        controls: list[Control] = []
        rows: tuple[CheckRow, ...] = ()
        for f in fields_of(link.step):
            if f.type == "verdicts":
                rows = check_rows(
                    turn, f, prefix, self._typed, self._photos, all_present=self._all_present
                )
            elif control := duty_control(f, turn, prefix, self._typed):
                controls.append(control)
        return Part(
            link,
            words.step_name(link.step, link.recorded_for),
            words.deed(link.step, link.recorded_for),
            self._then(link.to),
            self._whose(turn),
            rows,
            tuple(sorted(controls, key=lambda one: one.name.endswith(_LAST))),
            tuple(self._cells(link)),
        )

    def _cells(self, link: Link) -> Iterator[Cell]:
        """What each set of answers leads to, so that nobody is surprised by what is computed."""
        facts = dict(link.step.facts)
        for row in link.step.table:
            said = [(key, _ANSWERS[value]) for key, value in row.when]
            yield Cell(
                names=" ".join(f"{prefix_of(link)}facts.{key}={word}" for key, word in said),
                answers=tuple(f"{facts[key]}: {_ANSWER_WORDS[word]}" for key, word in said),
                outcome=words.outcome(row.outcome),
                kind=self._kind(link.step, row.outcome, link.step.target(row.outcome)),
                say=row.say,
            )

    def _then(self, to: str) -> str:
        """What comes after a step, and whose turn that is."""
        if to in set(End):
            return words.ended(to)
        if not to:
            return ""
        step = self._scene.standard.step(to)
        where = {"what": step_title(step), "whom": self._holder(to)}
        return _("lalu %(what)s, %(whom)s") % where

    def _whose(self, turn: Turn) -> str:
        if turn.recorded_for is None:
            return ""
        return self._scene.role_title(acting_role(turn.step, turn.scene.case))

    def _ways(self) -> Iterator[Way]:
        step = self._links[0].step
        for outcome, to in step.exits:
            kind = self._kind(step, outcome, to)
            label, note = self._words(outcome, to, kind)
            yield Way(outcome, kind, label, note, self._reasons(outcome, kind))

    def _kind(self, step: Step, outcome: str, to: str) -> str:
        standard = self._scene.standard
        if not outcome:
            return "onward"
        if standard.returns(step, outcome):
            return "back"
        return "away" if to in TURNED_AWAY else "onward"

    def _words(self, outcome: str, to: str, kind: str) -> tuple[str, str]:
        """What the button says, and where it leads."""
        said = words.outcome(outcome).capitalize() if outcome else ""
        if kind == "back":
            return _("Kembalikan kepada %(whom)s") % {"whom": self._holder(to)}, said
        if to in set(End):
            return said or self._links_label(), words.ended(to)
        return said or self._links_label(), step_title(self._scene.standard.step(to))

    def _links_label(self) -> str:
        return words.deed(self._links[0].step, self._links[0].recorded_for)

    def _holder(self, to: str) -> str:
        step = self._scene.standard.step(to)
        return self._scene.role_title(acting_role(step, self._scene.case))

    def _reasons(self, outcome: str, kind: str) -> Control | None:
        step = self._links[0].step
        judged = step.do in _JUDGED and bool(step.outcomes)
        if kind == "onward" and not judged:
            return None
        suffix = f".{outcome}" if kind != "onward" else ""
        name = f"{prefix_of(self._links[0])}reasons{suffix}"
        listed = kind == "back" and step.do is Verb.VERIFY
        help_ = (
            _("Daftar yang kurang dibuat dari putusan Anda, lengkap sekaligus.") if listed else ""
        )
        label = _("Pertimbangan") if kind == "onward" else _("Alasan")
        label = _("Keterangan tambahan") if listed else label
        return Control("words", name, label, self._typed.one(name), help_, owed=not listed)

    def _note(self) -> Control:
        name = f"{prefix_of(self._links[0])}note"
        return Control(
            "words",
            name,
            words.label(None, "note", ""),
            self._typed.one(name),
            words.help_with(None, "note"),
        )

    def _happened(self) -> Control:
        parts = (
            Control("date", f"{HAPPENED}.date", _("Tanggal"), self._typed.one(f"{HAPPENED}.date")),
            Control("time", f"{HAPPENED}.time", _("Jam"), self._typed.one(f"{HAPPENED}.time")),
        )
        help_ = _("Kosongkan bila baru saja terjadi. Tanpa tanggal: hari ini.")
        return Control(
            "pair", HAPPENED, _("Terjadi pukul …, dicatat kemudian"), "", help_, parts=parts
        )

    def _blocked(self) -> tuple[str, ...]:
        told = self._turn(self._links[0]).reminders
        return tuple(one.say for one in told if one.otherwise is Otherwise.REFUSE)

    def _unwritten(self) -> tuple[str, ...]:
        """The fields that a letter prints and that are empty, where a letter may be written."""
        scene, step = self._scene, self._links[0].step
        forms = [form for paper in scene.standard.papers for form in paper.forms]
        if step.do is not Verb.VERIFY:
            forms = [paper.form for paper in scene.case.papers]
        if step.do not in _WRITTEN or not any(form.written_here for form in forms):
            return ()
        missing = missing_for_letter(scene.standard, scene.circumstances.values)
        return tuple(dict.fromkeys(label for _where, label in missing))


def prefix_of(link: Link) -> str:
    """What the names of a step's controls begin with."""
    return f"{link.step.key}."
