# SPDX-License-Identifier: EUPL-1.2
"""What may be done beside the steps, as small forms; those that mend the form have a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pendopo.domain.duty_fields import DutyField
from pendopo.domain.events import Json
from pendopo.domain.offers import Offer, offers
from pendopo.domain.permits import acting_role
from pendopo.domain.typed import small_number
from pendopo.screens import plain_words as words
from pendopo.screens.deeds.commands import ASIDE_FIELDS
from pendopo.screens.deeds.controls import Choice, Control, Typed
from pendopo.screens.deeds.troubles import Placed
from pendopo.screens.scenes import Scene

PAPER = "paper"
_ENDING = ("withdraw", "close-abandoned")


@dataclass(frozen=True, slots=True)
class AsideForm:
    """One thing beside the steps. `mends`: it changes the form and needs a page of its own.

    `paper` is the key of the paper that it is about, "" for none; `ends`: nothing comes after it.
    """

    name: str
    title: str
    help: str
    paper: str
    controls: tuple[Control, ...]
    mends: bool
    ends: bool
    opened: bool = False

    @property
    def id(self) -> str:
        """Of its place on the page."""
        return f"tindakan-{self.name}{'-' if self.paper else ''}{self.paper}"


def aside_forms(
    scene: Scene, typed: Typed | None = None, opened: str = ""
) -> tuple[AsideForm, ...]:
    """All that this caller may do beside the steps now. `opened` is the one that was sent."""
    found = (offer for offer in offers(scene.standard, scene.case, scene.circumstances))
    return tuple(
        _form(scene, offer, typed or Typed(), opened) for offer in found if offer.step is None
    )


def _form(scene: Scene, offer: Offer, typed: Typed, opened: str) -> AsideForm:
    title, help_ = words.ASIDES[offer.name]
    paper = offer.paper or ""
    named = scene.standard.paper(paper).title if paper else ""
    sent = opened == offer.name and typed.one(PAPER) == paper
    fields = ASIDE_FIELDS[offer.name]
    return AsideForm(
        offer.name,
        f"{title}: {named}" if named else str(title),
        str(help_),
        paper,
        tuple(_controls(scene, offer.name, fields, typed if sent else Typed())),
        any(f.type == "values" for f in fields),
        offer.name in _ENDING,
        sent,
    )


def _controls(
    scene: Scene, aside: str, fields: tuple[DutyField, ...], typed: Typed
) -> Iterator[Control]:
    for f in fields:
        label, name = words.label(None, f.key, f.says), f"{aside}.{f.key}"
        if f.type == "position":
            yield from _positions(scene, name, label, typed)
        elif f.type == "choice":
            chosen = typed.one(name)
            options = tuple(Choice(key, words.choice(key), key == chosen) for key in f.options)
            yield Control("choice", name, label, options=options, owed=f.required)
        elif f.type == "text":
            kind = "line" if f.key == "what" else "words"
            yield Control(kind, name, label, typed.one(name), owed=f.required)


def _positions(scene: Scene, name: str, label: str, typed: Typed) -> Iterator[Control]:
    """In which capacity, for whoever holds more than one."""
    step = scene.standard.step(scene.case.step or "")
    role = acting_role(step, scene.case)
    able = [c for c in scene.circumstances.actor.capacities if c.serves(role)]
    if len(able) > 1:
        chosen = typed.one(name, able[0].position)
        options = tuple(
            Choice(c.position, " ".join(filter(None, (c.line, c.title))), c.position == chosen)
            for c in able
        )
        yield Control("choice", name, label, options=options)


def read_aside(name: str, typed: Typed) -> dict[str, Json]:
    """The body of such a form as `commands.aside` takes it, but for a form's values."""
    version = small_number(typed.one("version"))
    body: dict[str, Json] = {} if version is None else {"version": version}
    for f in ASIDE_FIELDS[name]:
        if f.type != "values" and (text := typed.one(f"{name}.{f.key}")):
            body[f.key] = text
    return body


def with_aside_troubles(form: AsideForm, troubles: tuple[Placed, ...]) -> AsideForm:
    """The form with each trouble beside its field."""
    texts = {one.where: one.text for one in troubles}
    controls = tuple(replace(one, trouble=texts.get(one.name, "")) for one in form.controls)
    return replace(form, controls=controls)
