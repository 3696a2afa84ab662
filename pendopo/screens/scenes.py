# SPDX-License-Identifier: EUPL-1.2
"""What a screen sees of one case: the engine's values, and the words that people use for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from django.utils.translation import gettext as _

from pendopo.domain.case import Case
from pendopo.domain.circumstances import ActorKind, Circumstances
from pendopo.domain.procedure import asks_for
from pendopo.domain.standard import FORWARDED, Ask, Standard
from pendopo.domain.typed import Setting


@dataclass(frozen=True, slots=True)
class Scene:
    """A case before one caller. `added` are the words of asks added for this file alone."""

    standard: Standard
    case: Case
    circumstances: Circumstances
    setting: Setting
    roles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    added: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def by_applicant(self) -> bool:
        """Whether the caller is the applicant with her code."""
        return self.circumstances.actor.kind is ActorKind.APPLICANT

    def role_title(self, role: str) -> str:
        """What people call a role; a step that goes to whom one forwards it has none before."""
        if role == FORWARDED:
            return _("yang ditunjuk")
        return self.roles.get(role, role.replace("-", " "))

    def ask_labels(self) -> dict[str, str]:
        """The words for each ask of this file, those added for it too."""
        words = {one.key: one.label for one in asks_for(self.standard, self.circumstances.values)}
        return {
            key: self.added.get(key) or words.get(key) or self._plain_label(key)
            for key in self.case.all_asks
        }

    def ask(self, key: str) -> Ask | None:
        """The ask of the standard that this one is an instance of; None for an added one."""
        wanted = key.split("/")[0]
        return next((ask for ask in self.standard.asks if ask.key == wanted), None)

    def _plain_label(self, key: str) -> str:
        ask = self.ask(key)
        return ask.what if ask else key
