# SPDX-License-Identifier: EUPL-1.2
"""What a rule is, and what rules look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from pendopo.domain.standard import Standard
from pendopo.standards.compiling import to_domain
from pendopo.standards.files import File, Folder, National
from pendopo.standards.office_schema import Decree, Office, Role
from pendopo.standards.problems import Problem, Severity, Where, spell
from pendopo.standards.procedure_schema import Step
from pendopo.standards.schema import FormField, Service
from pendopo.standards.wording_schema import Wording

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the file and place, what is wrong, how to mend it.

    `key`: the place is the word itself, not what stands after it. `below`: so many lines under
    the place, in a text of several lines.
    """

    file: File[Any]
    where: Where
    what: str
    mend: str = ""
    key: bool = False
    below: int = 0


@dataclass(frozen=True, slots=True)
class Rule(Generic[V]):
    """One rule. `about` says in Indonesian what must hold."""

    id: str
    severity: Severity
    about: str
    find: Callable[[V], Iterator[Finding]]


@dataclass(frozen=True)
class Rules(Generic[V]):
    """The rules for one kind of thing; ids are unique among them."""

    rules: list[Rule[V]] = field(default_factory=list)

    def add(
        self, id: str, severity: Severity, about: str
    ) -> Callable[[Callable[[V], Iterator[Finding]]], Callable[[V], Iterator[Finding]]]:
        """Register a rule. Raises ValueError for an id that is taken."""

        def register(find: Callable[[V], Iterator[Finding]]) -> Callable[[V], Iterator[Finding]]:
            if any(rule.id == id for rule in self.rules):
                raise ValueError(f"rule {id!r} exists already")
            self.rules.append(Rule(id, severity, about, find))
            return find

        return register

    def run(self, view: V) -> Iterator[Problem]:
        """Everything that the rules find, rule by rule."""
        for rule in self.rules:
            for found in rule.find(view):
                line = found.file.line(found.where, key=found.key) + found.below
                yield Problem(
                    found.file.name,
                    line,
                    spell(found.where),
                    found.what,
                    found.mend,
                    rule.severity,
                    rule.id,
                )


@dataclass(frozen=True)
class ServiceView:
    """One service, with what the nation says of roles and classes, and the words of letters."""

    file: File[Service]
    national: National
    wordings: Mapping[str, File[Wording]] = field(default_factory=dict)

    @property
    def service(self) -> Service:
        """Its words."""
        return self.file.word

    @property
    def steps(self) -> dict[str, Step]:
        """Its steps by key, in order."""
        return self.service.procedure.steps

    @cached_property
    def standard(self) -> Standard:
        """What the engine would run, whether or not it makes sense."""
        words = {name: file.word for name, file in self.wordings.items()}
        return to_domain(self.service, self.national.classes.word.classes, words)

    @property
    def roles(self) -> dict[str, Role]:
        """The roles of national/roles.yaml."""
        return self.national.roles.word.roles

    def outside(self, role: str) -> bool:
        """Whether a role is not of the office."""
        return role in self.roles and self.roles[role].outside

    def fields(self, group: str | None) -> dict[str, FormField]:
        """The fields of a group, or of the case itself."""
        return {f.key: f for f in self.service.fields if f.group == group}

    def at(self, where: Where, what: str, mend: str = "", *, key: bool = False) -> Finding:
        """A finding in this file."""
        return Finding(self.file, where, what, mend, key)

    def at_step(self, step: str, word: str, what: str, mend: str = "") -> Finding:
        """A finding at a word of a step; at the step itself where the word is not written."""
        where: Where = ("procedure", "steps", step)
        written = (*where, word) in self.file.tree.places
        return self.at((*where, word) if written else where, what, mend, key=not written)


@dataclass(frozen=True)
class FolderView:
    """One office with its decree and all services that it runs, adopted ones included."""

    folder: Folder
    national: National
    adopted: tuple[File[Service], ...] = ()

    @property
    def office(self) -> Office:
        """The office's words."""
        return self.folder.office.word

    @property
    def decree(self) -> Decree | None:
        """The decree's words, if there is a decree."""
        return self.folder.decree.word if self.folder.decree else None

    @property
    def services(self) -> tuple[File[Service], ...]:
        """All services that the office will run."""
        return (*self.folder.services, *self.adopted)

    def at(self, where: Where, what: str, mend: str = "", *, key: bool = False) -> Finding:
        """A finding in office.yaml."""
        return Finding(self.folder.office, where, what, mend, key)


SERVICE: Rules[ServiceView] = Rules()
FOLDER: Rules[FolderView] = Rules()
NATION: Rules[National] = Rules()
OFFICES: Rules[tuple[Folder, ...]] = Rules()
