# SPDX-License-Identifier: EUPL-1.2
"""What all forms of the bureau share: Django's own, with places for what a service refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import Told, mark_of

SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, under a heading. `pair`: two or three on a line, if they fit."""

    title: str | Promise
    names: tuple[str, ...]
    about: str | Promise = ""
    pair: bool = False


class OfficeForm(forms.Form):
    """A form over one row of the office. `row` is how it stands now, None for a new one.

    The form carries a mark of the row, so that two administrators do not undo each other. A
    refusal by the service is told beside the field it names, or on top.
    """

    sections: ClassVar[tuple[Section, ...]] = ()
    """How the fields are laid out; without any, one below the other."""
    sizes: ClassVar[Mapping[str, str]] = {}
    """Name of a field → short or tiny."""

    folded: ClassVar[tuple[str, ...]] = ()
    """Fields whose boxes are folded: what is ticked is told in one line."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    use_required_attribute = False

    def __init__(
        self,
        data: QueryDict | None = None,
        *args: Any,
        row: Told | None = None,
        **more: Any,
    ) -> None:
        more.setdefault("initial", {})
        more["initial"] = {**(row or {}), **more["initial"], SEEN: mark_of(row)}
        super().__init__(data, *args, **more)
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")
            field.error_messages["required"] = _("Masih kosong.")

    def laid_out(self) -> Iterator[tuple[Section, list[BoundField]]]:
        """The sections with those of their fields that the form has."""
        for section in self.sections:
            yield section, [self[name] for name in section.names if name in self.fields]

    def take(self, refused: NotRecorded) -> None:
        """Show why the service kept nothing."""
        for one in refused.told:
            self.add_error(one.where if one.where in self.fields else None, one.text)

    def shown_again(self, row: Told | None) -> None:
        """After a refusal because others were faster: the next sending has seen how it stands."""
        sent = QueryDict(mutable=True)
        sent.update(self.data)
        sent[SEEN] = mark_of(row)
        self.data = sent
