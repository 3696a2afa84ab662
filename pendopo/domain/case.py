# SPDX-License-Identifier: EUPL-1.2
"""A case as its events tell it. Replaying the events gives the same case, byte for byte.

Nothing here decides: `pendopo.domain.decide` does. `apply` only follows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import cast

from pendopo.domain import events as ev
from pendopo.domain.books import RowStatus
from pendopo.domain.events import Entry, Event, Stage
from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import End, PaperForm, Verb


class Verdict(StrEnum):
    """What the counter says of one ask."""

    PRESENT = "ada"
    ORIGINAL_SHOWN = "asli-ditunjukkan"
    TO_FOLLOW = "menyusul"
    MISSING = "kurang"
    WRONG = "salah"
    NOT_NEEDED = "tidak-perlu"

    @property
    def lacking(self) -> bool:
        """Whether the file must go back for it."""
        return self in (Verdict.MISSING, Verdict.WRONG)

    @property
    def settled(self) -> bool:
        """Whether nothing more has to come."""
        return self in (Verdict.PRESENT, Verdict.ORIGINAL_SHOWN, Verdict.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class Passed:
    """A step that stands as done; what was taken back is no longer here.

    `actor` is the key of whoever did or recorded it, `role` the role it forwarded the file to.
    """

    step: str
    outcome: str
    to: str
    at: datetime
    returns: bool = False
    late: bool = False
    actor: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class PaperState:
    """Where a paper stands: its form, its stage, how often drafted, and what was done to it."""

    key: str
    form: PaperForm
    stage: Stage | None = None
    version: int = 0
    initialled: bool = False
    approved: bool = False
    signed: bool = False
    stamped: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """Where one application stands.

    `step` is the step it stands at, or None before filing and after its end. `version` counts
    the events. `lacks` are the keys of what the last return asked for. `before` is the case as
    it was before the last step, for as long as that step can be taken back.
    """

    step: str | None = None
    end: str | None = None
    version: int = 0
    asks: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    verdicts: tuple[tuple[str, Verdict], ...] = ()
    lacks: tuple[str, ...] = ()
    forwarded_to: str | None = None
    entries: tuple[Entry, ...] = ()
    papers: tuple[PaperState, ...] = ()
    trail: tuple[Passed, ...] = ()
    last_at: datetime | None = None
    last_actor: str | None = None
    ended_at: datetime | None = None
    before: Case | None = field(default=None, repr=False)

    @property
    def state(self) -> str:
        """The step's key or the end; empty before filing."""
        return self.step or self.end or ""

    @property
    def ended(self) -> bool:
        """Whether nothing more can happen to it, but correction and taking back."""
        return self.end is not None

    @property
    def all_asks(self) -> tuple[str, ...]:
        """The asks of the standard and those added for this one file."""
        return self.asks + self.extra

    def verdict(self, ask: str) -> Verdict | None:
        """The last verdict on an ask, or None."""
        return dict(self.verdicts).get(ask)

    def to_follow(self) -> tuple[str, ...]:
        """What was accepted as `menyusul` and has not come yet; only what is still asked."""
        asked = self.all_asks
        return tuple(
            a for a, verdict in self.verdicts if verdict is Verdict.TO_FOLLOW and a in asked
        )

    def paper(self, key: str) -> PaperState:
        """The paper's state. Raises KeyError when the standard has no such paper."""
        for paper in self.papers:
            if paper.key == key:
                return paper
        raise KeyError(key)

    def entry(self, book: str, paper: str | None) -> Entry | None:
        """This case's standing line in a book, or None."""
        standing = (
            e for e in self.entries if e.line == (book, paper) and e.mark != RowStatus.CANCELLED
        )
        return next(standing, None)


def opened(standard: Standard) -> Case:
    """The case before its first event."""
    return Case(papers=tuple(PaperState(p.key, p.forms[0]) for p in standard.papers))


def replay(standard: Standard, events: Iterable[Event]) -> Case:
    """The case that these events tell."""
    case = opened(standard)
    for event in events:
        case = apply(standard, case, event)
    return case


def apply(standard: Standard, case: Case, event: Event) -> Case:
    """The case after one more event."""
    if event.name == ev.TAKEN_BACK:
        return replace(_taken_back(case), version=case.version + 1)
    changed = _entered(_followed(standard, case, event), event)
    return replace(
        changed,
        version=case.version + 1,
        last_at=event.happened_at,
        last_actor=event.actor,
    )


def papers_of(standard: Standard, step: Step) -> tuple[str, ...]:
    """The papers that a step is about; one that names none is about all of them."""
    return step.papers or tuple(paper.key for paper in standard.papers)


def _followed(standard: Standard, case: Case, event: Event) -> Case:
    if "step" in event.data:
        return _passed(standard, case, event)
    return _beside(replace(case, before=_still_undoable(case, event)), event)


def _still_undoable(case: Case, event: Event) -> Case | None:
    """A step can be taken back while nobody acted on it.

    Reserving a number oneself, or telling the applicant, is no act on it.
    """
    own = event.name in (ev.RESERVED, ev.TOLD) and event.actor == case.last_actor
    return case.before if own else None


def _beside(case: Case, event: Event) -> Case:
    """The case after an event that passes no step."""
    if event.name in (ev.WITHDRAWN, ev.ABANDONED):
        return replace(case, step=None, end=str(event.data["to"]), ended_at=event.happened_at)
    if event.name == ev.REQUIREMENT_ADDED:
        return replace(case, extra=(*case.extra, str(event.data["ask"])))
    if event.name == ev.AMENDED:
        return _amended(case, event)
    if event.name == ev.REWORDED:
        keys = _strings(event, "papers")
        return _with_papers(case, keys, approved=False, initialled=False)
    if event.name == ev.APPROVED:
        return _with_papers(case, _strings(event, "papers"), approved=True)
    return case


def _amended(case: Case, event: Event) -> Case:
    """A paraf or a consent was given to the words as they stood then."""
    papers = tuple(
        replace(p, approved=False, initialled=p.initialled and not p.form.written_here)
        for p in case.papers
    )
    return _unjudged(replace(case, asks=_strings(event, "asks"), papers=papers), event)


def _unjudged(case: Case, event: Event) -> Case:
    """Forget the verdicts that spoke of somebody else: the list of members has changed."""
    forgotten = _strings(event, "unjudged")
    return replace(case, verdicts=tuple(v for v in case.verdicts if v[0] not in forgotten))


def _passed(standard: Standard, case: Case, event: Event) -> Case:
    step = standard.step(str(event.data["step"]))
    to = str(event.data["to"])
    ended = to in set(End)
    passed = Passed(
        step.key,
        str(event.data.get("outcome") or ""),
        to,
        event.happened_at,
        bool(event.data.get("returns")),
        event.late,
        event.actor,
        str(event.data.get("role") or ""),
    )
    moved = replace(
        case,
        step=None if ended else to,
        end=to if ended else None,
        ended_at=event.happened_at if ended else None,
        asks=_strings(event, "asks") if "asks" in event.data else case.asks,
        trail=(*case.trail, passed),
        before=case,
    )
    return _marked(standard, _judged(_unjudged(moved, event), step, event), step, event)


def _judged(case: Case, step: Step, event: Event) -> Case:
    """Verdicts, lacks, chosen forms and forwarding, where the event carries them."""
    verdicts = dict(case.verdicts)
    for ask, verdict in _mapping(event, "verdicts").items():
        verdicts[ask] = Verdict(str(verdict))
    for ask in _strings(event, "received"):
        verdicts[ask] = Verdict.PRESENT
    forms = _mapping(event, "forms")
    papers = tuple(
        replace(p, form=PaperForm(str(forms[p.key]))) if p.key in forms else p for p in case.papers
    )
    tells = step.do is Verb.VERIFY or event.data.get("returns")
    role = event.data.get("role")
    return replace(
        case,
        verdicts=tuple(verdicts.items()),
        lacks=_strings(event, "lacks") if tells else case.lacks,
        papers=papers,
        forwarded_to=str(role) if role else case.forwarded_to,
    )


_FLAGS = {Verb.INITIAL: "initialled", Verb.SIGN: "signed", Verb.STAMP: "stamped"}


def _marked(standard: Standard, case: Case, step: Step, event: Event) -> Case:
    """What the deed did to the papers of the step."""
    if event.data.get("returns"):
        return _sent_back(standard, case)
    keys = papers_of(standard, step)
    if step.do is Verb.DRAFT:
        return _with_papers(case, keys, initialled=False, approved=False)
    flag = _FLAGS.get(step.do)
    return _with_papers(case, keys, **{flag: True}) if flag else case


def _sent_back(standard: Standard, case: Case) -> Case:
    """What lies ahead again has to be done again: a sheet that comes back is signed anew."""
    order = [step.key for step in standard.steps]
    ahead = standard.steps[order.index(str(case.step)) :]
    case = _with_papers(case, tuple(p.key for p in case.papers), approved=False)
    for step in ahead:
        flag = _FLAGS.get(step.do)
        case = _with_papers(case, papers_of(standard, step), **{flag: False}) if flag else case
    return case


def _with_papers(case: Case, keys: Collection[str], **changes: bool) -> Case:
    papers = tuple(replace(p, **changes) if p.key in keys else p for p in case.papers)  # type: ignore[arg-type]
    return replace(case, papers=papers)


def _entered(case: Case, event: Event) -> Case:
    """Book lines and paper stages that the event brings."""
    lines = {entry.line: entry for entry in case.entries}
    lines.update({entry.line: entry for entry in event.entries})
    papers = case.papers
    for move in event.papers:
        papers = tuple(_staged(p, move.stage) if p.key == move.paper else p for p in papers)
    return replace(case, entries=tuple(lines.values()), papers=papers)


def _staged(paper: PaperState, stage: Stage) -> PaperState:
    drafted = paper.version + (stage is Stage.KONSEP)
    return replace(paper, stage=stage, version=drafted)


def _taken_back(case: Case) -> Case:
    """The case before its last step, but for what cannot be undone.

    A number given is given, a draft that was made keeps its version, and the form stays as it
    was last filled in, with what it asks for.
    """
    previous = case.before
    if previous is None:
        raise ValueError("nothing to take back")
    versions = {p.key: p.version for p in case.papers}
    remembered = dict(case.verdicts)
    return replace(
        previous,
        asks=case.asks,
        verdicts=tuple(v for v in previous.verdicts if v[0] in remembered),
        entries=case.entries,
        papers=tuple(replace(p, version=versions[p.key]) for p in previous.papers),
    )


def _strings(event: Event, key: str) -> tuple[str, ...]:
    return tuple(str(item) for item in cast("list[object]", event.data.get(key) or ()))


def _mapping(event: Event, key: str) -> dict[str, object]:
    return dict(cast("dict[str, object]", event.data.get(key) or {}))
