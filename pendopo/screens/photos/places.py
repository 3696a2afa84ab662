# SPDX-License-Identifier: EUPL-1.2
"""Where a photo of a file belongs: to something that was asked for, or to a signed sheet."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.queries import CaseFile
from pendopo.domain.vocabulary import Handling, PaperForm
from pendopo.screens.desk.checklist import by_ask
from pendopo.screens.photos.brought import FIELD
from pendopo.screens.scenes import Scene

SIGNED = "lembar-"
"""What a photo of a signed sheet answers: this and the paper's key."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place for photos. `wanted`: a copy is to be kept; `signed`: it is the archive copy."""

    key: str
    label: str
    photos: tuple[models.Upload, ...]
    wanted: bool = False
    signed: bool = False

    @property
    def field(self) -> str:
        """The name of its field."""
        return f"{FIELD}{self.key}"


def photo_places(file: CaseFile, scene: Scene) -> tuple[Place, ...]:
    """The signed sheets first, then what copies are kept of, then the rest."""
    photos = by_ask(file.uploads)
    places = [
        Place(f"{SIGNED}{paper.key}", _signed(scene, paper.key), (), signed=True)
        for paper in scene.case.papers
        if paper.form is PaperForm.COUNTERSIGN
        and (paper.signed or f"{SIGNED}{paper.key}" in photos)
    ]
    for key, label in scene.ask_labels().items():
        ask = scene.ask(key)
        places.append(Place(key, label, (), wanted=bool(ask and ask.handling is Handling.KEEP)))
    places.append(Place("", _("Lain-lain"), ()))
    made = [Place(p.key, p.label, photos.get(p.key, ()), p.wanted, p.signed) for p in places]
    return tuple(sorted(made, key=lambda one: (not one.signed, not one.wanted)))


def _signed(scene: Scene, paper: str) -> str:
    title = scene.standard.paper(paper).title
    return _("%(paper)s yang sudah ditandatangani") % {"paper": title}
