# SPDX-License-Identifier: EUPL-1.2
"""A file being taken in: its form, and what of its first steps the same hand can do at once.

The page shows the case as it would stand once it is filed, so that checklist, reminders and
the way on are those of the engine; nothing is filed to find out. What comes back is handed to
one service whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pendopo.cases.world import World, circumstances, setting
from pendopo.domain import events as ev
from pendopo.domain.case import Case, apply, opened
from pendopo.domain.chains import Link, chain
from pendopo.domain.circumstances import Actor, Circumstances
from pendopo.domain.events import Event, Json
from pendopo.domain.forms import Row
from pendopo.domain.procedure import asks_for
from pendopo.domain.standard import Standard
from pendopo.domain.typed import Setting
from pendopo.domain.vocabulary import PaperForm, Verb
from pendopo.offices.models import Village
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.deeds.forms import UNTIL, Part, StepForm, prefix_of, step_form
from pendopo.screens.deeds.turns import Turn
from pendopo.screens.forms.fields import Look, is_letter
from pendopo.screens.forms.reading import read_form, settled
from pendopo.screens.scenes import Scene
from pendopo.screens.words import role_titles
from pendopo.standards import versions

_SILENT = (Verb.RECEIVE, Verb.VERIFY, Verb.REGISTER, Verb.STAMP, Verb.FORWARD)
"""Verbs that need no words of their own beside the checklist, so that one press does them too."""
_TOLD_AT_ONCE = (Verb.CONSULT,)
"""What is often over before its file is: it may be written down in the same breath."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A file at the counter before it is filed. `values` are as typed, `known` as understood.

    `scene` is the case as it will stand at `form`'s first step; `leading` are the steps before
    that one which go without saying. `form` is None where the next step is another's.
    """

    standing: versions.Standing
    world: World
    look: Look
    typed: Typed
    values: Row
    known: Row
    scene: Scene
    leading: tuple[Link, ...]
    form: StepForm | None

    @property
    def standard(self) -> Standard:
        """What the engine runs."""
        return self.standing.standard

    @property
    def first(self) -> Turn:
        """The filing itself, as a step about to be passed."""
        case = replace(self.scene.case, step=self.standard.first.key)
        return Turn(replace(self.scene, case=case), self.standard.first)

    @property
    def checker(self) -> str:
        """Who looks at what was brought, where it is not this hand; empty where nobody does."""
        steps = (step for step in self.standard.steps if step.do is Verb.VERIFY)
        step = next(steps, None)
        return self.scene.role_title(step.by) if step and not self.checks_here else ""

    @property
    def is_signed(self) -> bool:
        """Whether somebody signs a paper of it."""
        return any(step.do is Verb.SIGN for step in self.standard.steps)

    @property
    def checks_here(self) -> bool:
        """Whether the checklist is this hand's."""
        return self.form is not None and bool(self.form.here.checklist)


def visit_of(
    standing: versions.Standing,
    world: World,
    actor: Actor,
    sent: Mapping[str, Sequence[str]] = MappingProxyType({}),
    values: Row | None = None,
    *,
    all_present: bool = False,
) -> Visit:
    """The visit with what the page sent; `values` in place of those that it holds."""
    standard, typed = standing.standard, Typed(sent)
    there = setting(world)
    flat = {name: several[-1] for name, several in sent.items() if several}
    values = read_form(standard, flat, there) if values is None else values
    known = settled(standard, values, there, world.calendar)
    forms = chosen_forms(standard, typed)
    look = Look(
        there,
        world.calendar,
        kinds=village_kinds(world.office.code),
        roles=actor.roles,
        letter=is_letter(standard, forms),
    )
    seen = circumstances(world, standard, actor, known)
    filed = _filed(standard, seen, forms)
    links = chain(standard, filed, replace(seen, values=known))
    leading = _leading(links)
    scene = _scene(standard, _after(standard, filed, leading, seen), seen, there)
    form = _form(scene, links[len(leading) :], typed, all_present=all_present)
    return Visit(standing, world, look, typed, values, known, scene, leading, form)


def village_kinds(office: str) -> dict[str, str]:
    """A village's code → desa or kelurahan. One query."""
    return dict(Village.objects.filter(office_id=office).values_list("code", "kind"))


def chosen_forms(standard: Standard, typed: Typed) -> dict[str, PaperForm]:
    """In which form each paper is to leave the office, where that was said and may be."""
    prefix = f"{standard.first.key}.forms."
    said = {paper.key: typed.one(f"{prefix}{paper.key}") for paper in standard.papers}
    return {
        paper.key: PaperForm(said[paper.key])
        for paper in standard.papers
        if said[paper.key] in paper.forms
    }


def _filed(standard: Standard, seen: Circumstances, forms: Mapping[str, PaperForm]) -> Case:
    """The case as it will be once this form is handed in."""
    data: dict[str, Json] = {
        "step": standard.first.key,
        "to": standard.first.target(),
        "asks": [one.key for one in asks_for(standard, seen.values)],
        "forms": {key: form.value for key, form in forms.items()},
    }
    return apply(standard, opened(standard), _event(ev.FILED, seen, data))


def _after(standard: Standard, case: Case, links: Iterable[Link], seen: Circumstances) -> Case:
    for link in links:
        data: dict[str, Json] = {"step": link.step.key, "to": link.to, "outcome": link.outcome}
        case = apply(standard, case, _event(ev.VERB_EVENTS[link.step.do], seen, data))
    return case


def _event(name: str, seen: Circumstances, data: Mapping[str, Json]) -> Event:
    return Event(name, seen.now, seen.actor.key, data)


def _leading(links: Sequence[Link]) -> tuple[Link, ...]:
    """Receiving what is then checked by the same hand needs no press of its own."""
    verbs = [link.step.do for link in links]
    if Verb.VERIFY not in verbs:
        return ()
    before = links[: verbs.index(Verb.VERIFY)]
    return tuple(before) if all(link.step.do is Verb.RECEIVE for link in before) else ()


def _scene(standard: Standard, case: Case, seen: Circumstances, there: Setting) -> Scene:
    return Scene(standard, case, seen, there, roles=role_titles())


def _form(
    scene: Scene, links: Sequence[Link], typed: Typed, *, all_present: bool
) -> StepForm | None:
    """The steps of this hand, as far as they need no more words than the checklist."""
    if not links or links[0].recorded_for:
        return None
    form = step_form(scene, typed, all_present=all_present)
    if form is None:
        return None
    parts = tuple(_silent(form.parts)) or form.parts[:1]
    if parts[0].link.step.do not in (*_SILENT, *_TOLD_AT_ONCE):
        return None
    last = _last(parts, typed)
    return replace(
        form,
        parts=tuple(replace(one, beyond=n > last) for n, one in enumerate(map(_pruned, parts))),
    )


def _silent(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        owed = any(one.owed and one.kind != "facts" for one in _pruned(part).controls)
        if part.link.step.do not in _SILENT or owed or not part.link.to:
            return
        yield part


def _last(parts: Sequence[Part], typed: Typed) -> int:
    keys = [part.key for part in parts]
    until = typed.one(UNTIL)
    return keys.index(until) if until in keys else len(keys) - 1


def _pruned(part: Part) -> Part:
    """Without what is said above already, or later: the form of a paper, another date on it."""
    prefix = prefix_of(part.link)
    apart = (f"{prefix}forms", f"{prefix}letter_date")
    kept = tuple(one for one in part.controls if not one.name.startswith(apart))
    return replace(part, controls=kept)


def is_silent(form: StepForm) -> bool:
    """Whether one press does the steps of this form as well."""
    return form.here.link.step.do in _SILENT and bool(form.here.link.to)
