# SPDX-License-Identifier: EUPL-1.2
"""The signature block: who signed, or who would sign now, with the lines above the name.

Tata naskah dinas: a.n. is one level down, u.b. two; Plt., Plh. and Pj. stand before the title.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from pendopo.cases.queries import CaseFile
from pendopo.domain.case import papers_of
from pendopo.domain.circumstances import Capacity
from pendopo.domain.events import VERB_EVENTS, Event
from pendopo.domain.permits import acting_role
from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import Verb
from pendopo.offices import access, presence
from pendopo.offices.models import Officer, Position, SigningRule
from pendopo.papers.values import Signature

AT_NAME, BY_NAME = "a.n.", "u.b."


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs a paper for which role: in which capacity, and the event where it is signed."""

    role: str
    capacity: Capacity | None
    event: Event | None = None


def signing_step(file: CaseFile, paper: str) -> Step | None:
    """The step at which this paper is signed; None for one that nobody signs."""
    steps = [s for s in file.standard.steps if s.do is Verb.SIGN]
    return next((s for s in steps if paper in papers_of(file.standard, s)), None)


def signing_of(file: CaseFile, paper: str) -> Signing | None:
    """Who signed this paper, or who would sign it now; None for one that nobody signs."""
    step = signing_step(file, paper)
    if step is None:
        return None
    role, event = acting_role(step, file.case), _signed(file, paper)
    if event:
        return Signing(role, _who_signed(file, event), event)
    return Signing(role, _who_would(file, role))


def _signed(file: CaseFile, paper: str) -> Event | None:
    """The event by which it is signed now: one that was sent back or taken back does not count."""
    if not file.case.paper(paper).signed:
        return None
    signed = [
        told.event
        for told in file.history
        if told.event.name == VERB_EVENTS[Verb.SIGN]
        and paper in _papers(told.event)
        and not told.event.data.get("returns")
    ]
    return signed[-1] if signed else None


def _papers(event: Event) -> list[str]:
    named = event.data.get("papers")
    return [str(one) for one in named] if isinstance(named, list) else []


def _who_signed(file: CaseFile, event: Event) -> Capacity | None:
    """As the office knew the signer that day."""
    told = event.data.get("signer")
    signer = told if isinstance(told, dict) else {}
    day = file.world.date_of(event.happened_at)
    held = access.capacities(file.row.office_id, file.standard.slug, day)
    same = [
        c
        for c in held
        if (c.officer_id, c.position, c.line)
        == (signer.get("officer"), signer.get("position"), signer.get("line"))
    ]
    return same[0] if same else _from_rows(file.row.office_id, signer)


def _from_rows(office: str, signer: Mapping[str, object]) -> Capacity | None:
    """The matrix has changed since: the rows of officer and position still say who it was."""
    position = Position.objects.filter(office_id=office, key=signer.get("position")).first()
    id_ = _id(signer.get("officer"))
    officer = Officer.objects.filter(office_id=office, id=id_).first() if id_ else None
    if position is None or officer is None:
        return None
    return Capacity(
        role=next(iter(position.roles), ""),
        position=position.key,
        officer_id=str(officer.id),
        officer_name=officer.name,
        title=position.title,
        line=str(signer.get("line") or ""),
        rank=officer.rank,
        nip=officer.nip,
    )


def _id(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


def _who_would(file: CaseFile, role: str) -> Capacity | None:
    """The first of the matrix who is in; where nobody is, the first of all."""
    able = [c for c in file.circumstances.signers if c.serves(role)]
    away = presence.away_now(file.row.office_id, file.world.now) if able else frozenset()
    present = [c for c in able if c.position not in away and c.officer_id not in away]
    return next(iter(present or able), None)


class Lines:
    """The lines above a signer's name, as this office's positions and matrix have them.

    At most two queries, however many signers it is asked for.
    """

    def __init__(self, office: str) -> None:
        self._office = office

    def above(self, capacity: Capacity, on_behalf: str = "") -> tuple[str, ...]:
        """`a.n. CAMAT`, `Sekretaris Kecamatan`, `u.b.`, `Kepala Seksi …`, the signer's own last.

        `on_behalf` is the line above all, e.g. BUPATI REKAAN.
        """
        above = (f"{AT_NAME} {on_behalf}",) if on_behalf else ()
        if capacity.line not in (AT_NAME, BY_NAME):
            acting = f"{capacity.line} " if capacity.line else ""
            return (*above, f"{acting}{capacity.title.upper()}")
        principal = self.holder(capacity.role).upper()
        if on_behalf:
            return (*above, principal, BY_NAME, capacity.title)
        if capacity.line == AT_NAME:
            return (f"{AT_NAME} {principal}", capacity.title)
        between = self._deputy(capacity)
        return (f"{AT_NAME} {principal}", *between, BY_NAME, capacity.title)

    def block(self, capacity: Capacity, on_behalf: str = "", over: str = "") -> Signature:
        """The whole block with the name, rank and number."""
        lines = self.above(capacity, on_behalf)
        return Signature(
            lines=(*lines[:-1], f"{lines[-1]},"),
            name=capacity.officer_name,
            rank=capacity.rank,
            nip=capacity.nip,
            heading=over,
        )

    def holder(self, role: str) -> str:
        """The title of the first position that fills a role."""
        titled = (p.title for p in self._positions if role in p.roles)
        return next(titled, role.replace("-", " "))

    def _deputy(self, capacity: Capacity) -> tuple[str, ...]:
        """Who stands between the two levels of u.b.: the position that signs a.n. for that role."""
        at_name = (r for r in self._at_name if r.on_behalf_of == capacity.role)
        rule = next(at_name, None)
        return (rule.position.title,) if rule and rule.position.key != capacity.position else ()

    @cached_property
    def _positions(self) -> tuple[Position, ...]:
        return tuple(Position.objects.filter(office_id=self._office).order_by("place"))

    @cached_property
    def _at_name(self) -> tuple[SigningRule, ...]:
        rules = SigningRule.objects.filter(office_id=self._office, line=AT_NAME)
        return tuple(rules.select_related("position").order_by("place"))


def block(file: CaseFile, signing: Signing, on_behalf: str = "", over: str = "") -> Signature:
    """The block as it is printed. `on_behalf` is the line above, e.g. BUPATI REKAAN."""
    lines = Lines(file.row.office_id)
    if signing.capacity is None:
        return Signature((f"{lines.holder(signing.role).upper()},",), heading=over)
    return lines.block(signing.capacity, on_behalf, over)


def title_of(capacity: Capacity) -> str:
    """The signer's own title in running words: Plt. Camat Sukamaju."""
    own = capacity.line not in ("", AT_NAME, BY_NAME)
    return f"{capacity.line} {capacity.title}" if own else capacity.title
