# SPDX-License-Identifier: EUPL-1.2
"""From what a verb takes to the controls that ask for it: one small function for each type.

Which options there are is told by the schema that programs read (`deeds.fields`); here they
only get words, an order and what was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, cast

from django.utils.translation import gettext as _

from pendopo.domain.duty_fields import INTAKE_CHANNELS, DutyField
from pendopo.domain.handing_over import owed_at_hand_over
from pendopo.domain.vocabulary import Otherwise, PaperForm, Verb
from pendopo.screens import plain_words as words
from pendopo.screens.deeds.controls import Choice, Control, Typed
from pendopo.screens.deeds.fields import duty_schema
from pendopo.screens.deeds.turns import Turn
from pendopo.screens.forms.schema import Schema
from pendopo.screens.forms.words import PAPER_FORMS

_ONE_LINE = frozenset({"bringer", "collector", "place", "reference", "what"})
"""Texts that take a line; any other takes a few."""

USUAL_CHANNEL = INTAKE_CHANNELS[0]
"""How what is brought to a counter came, unless something else is said."""

_APART = frozenset({"outcome", "verdicts", "values", "yes-no"})
"""What no control of its own asks for: buttons say the outcome, the checklist stands beside the
photos, the form is mended on a page of its own, and how it came is said when it is filed."""


def duty_control(f: DutyField, turn: Turn, prefix: str, typed: Typed) -> Control | None:
    """The control for one field of a step; None where there is nothing to say or to choose."""
    if f.type in _APART or f.key in ("reasons", "note"):
        return None
    schema = duty_schema(f, turn)
    return None if schema is None else _MADE[f.type](_Field(f, turn, schema, prefix, typed))


class _Field:
    """One field about to become a control."""

    def __init__(self, f: DutyField, turn: Turn, schema: Schema, prefix: str, typed: Typed) -> None:
        self.f, self.turn, self.schema, self.typed = f, turn, schema, typed
        self.name = f"{prefix}{f.key}"

    @property
    def verb(self) -> Verb:
        return self.turn.step.do

    def control(self, kind: str, **more: Any) -> Control:
        return Control(
            kind=kind,
            name=self.name,
            label=words.label(self.verb, self.f.key, self.f.says),
            help=words.help_with(self.verb, self.f.key),
            **{"owed": self.owed, **more},
        )

    @property
    def owed(self) -> bool:
        step = self.turn.step
        return self.f.required or (self.f.key == "reference" and step.reference_required)

    def one(self, key: str = "", first: str = "") -> str:
        return self.typed.one(f"{self.name}.{key}" if key else self.name, first)


def _text(field: _Field) -> Control:
    elsewhere = field.turn.step.elsewhere
    control = field.control("line" if field.f.key in _ONE_LINE else "words", value=field.one())
    if field.f.key != "reference" or not elsewhere:
        return control
    label = _("Nomor dari %(system)s") % {"system": elsewhere.upper()}
    return Control(control.kind, control.name, label, control.value, owed=control.owed)


def _choice(field: _Field) -> Control | None:
    options = cast("list[str]", field.schema["enum"])
    if len(options) == 1:
        return None
    usual = USUAL_CHANNEL if field.verb is Verb.SUBMIT else ""
    chosen = field.one(first=usual)
    return field.control("choice", options=tuple(_choices(options, chosen, words.choice)))


def _choices(keys: Iterable[str], chosen: str, word: Callable[[str], str]) -> Iterator[Choice]:
    return (Choice(key, word(key), key == chosen) for key in keys)


def _position(field: _Field) -> Control | None:
    """Who signed. Where one alone may, there is nothing to choose."""
    labels = cast("dict[str, str]", field.schema["x-labels"])
    if not field.turn.names_signer and field.verb is Verb.SIGN:
        return None
    first = next(iter(labels)) if len(labels) == 1 else ""
    chosen = field.one(first=first)
    options = tuple(_choices(labels, chosen, lambda key: labels[key]))
    return field.control("choice", options=options, owed=True)


def _role(field: _Field) -> Control | None:
    labels = cast("dict[str, str]", field.schema["x-labels"])
    if len(labels) == 1:
        return None
    options = tuple(_choices(labels, field.one(), lambda key: labels[key]))
    return field.control("choice", options=options, owed=True)


def _roles(field: _Field) -> Control:
    """Whoever holds the file, and who is told beside."""
    labels = cast("dict[str, str]", field.schema["items"]["x-labels"])
    holder, others = field.one(), field.typed.many(f"{field.name}.others")
    beside = Control(
        "ticks",
        f"{field.name}.others",
        _("Juga kepada"),
        options=tuple(Choice(key, label, key in others) for key, label in labels.items()),
    )
    options = tuple(_choices(labels, holder, lambda key: labels[key]))
    return field.control("roles", options=options, parts=(beside,))


def _asks(field: _Field) -> Control | None:
    """What is still owed when it is fetched."""
    scene = field.turn.scene
    labels = scene.ask_labels()
    owed = [key for key in owed_at_hand_over(scene.standard, scene.case) if key in labels]
    if not owed:
        return None
    came = field.typed.many(field.name)
    options = tuple(Choice(key, labels[key], key in came) for key in owed)
    return field.control("ticks", options=options, owed=True)


def _facts(field: _Field) -> Control:
    texts = cast("dict[str, dict[str, Any]]", field.schema["properties"])
    parts = tuple(
        Control(
            "choice",
            f"{field.name}.{key}",
            str(one["title"]),
            owed=True,
            options=(
                Choice("ya", _("Ya"), field.one(key) == "ya"),
                Choice("tidak", _("Tidak"), field.one(key) == "tidak"),
            ),
        )
        for key, one in texts.items()
    )
    return field.control("facts", parts=parts, owed=True)


def _reminders(field: _Field) -> Control:
    """What speaks up here: to be heard, to be answered, or in the way."""
    parts = tuple(_reminder(field, key, one) for key, one in field.schema["properties"].items())
    return field.control("reminders", parts=parts, owed=any(part.owed for part in parts))


def _reminder(field: _Field, key: str, one: Mapping[str, Any]) -> Control:
    otherwise = Otherwise(one["x-otherwise"])
    return Control(
        otherwise.value,
        f"{field.name}.{key}",
        str(one["title"]),
        value=field.one(key) if otherwise is Otherwise.REASON else "",
        owed=otherwise is Otherwise.REASON,
    )


def _forms(field: _Field) -> Control:
    """In which form each paper leaves the office; of a single one its title need not be said."""
    standing = {paper.key: paper.form.value for paper in field.turn.scene.case.papers}
    parts = tuple(
        Control(
            "choice",
            f"{field.name}.{key}",
            str(one["title"]),
            options=tuple(
                _choices(
                    one["enum"],
                    field.one(key, standing.get(key, "")),
                    lambda form: str(PAPER_FORMS[PaperForm(form)]),
                )
            ),
        )
        for key, one in field.schema["properties"].items()
    )
    if len(parts) == 1:
        return replace(parts[0], label=words.label(field.verb, field.f.key, field.f.says))
    return field.control("group", parts=parts)


def _numbers(field: _Field) -> Control:
    parts = tuple(
        Control("line", f"{field.name}.{key}", str(one["title"]), field.one(key), owed=True)
        for key, one in field.schema["properties"].items()
    )
    return field.control("group", parts=parts, owed=True)


def _date(field: _Field) -> Control:
    return field.control("date", value=field.one())


def _moment(field: _Field) -> Control:
    parts = (
        Control("date", f"{field.name}.date", _("Tanggal"), field.one("date"), owed=True),
        Control("time", f"{field.name}.time", _("Jam"), field.one("time"), owed=True),
    )
    return field.control("pair", parts=parts)


def _money(field: _Field) -> Control:
    return field.control("money", value=field.one())


_MADE: Mapping[str, Callable[[_Field], Control | None]] = MappingProxyType(
    {
        "text": _text,
        "choice": _choice,
        "position": _position,
        "role": _role,
        "roles": _roles,
        "asks": _asks,
        "facts": _facts,
        "reasons": _reminders,
        "forms": _forms,
        "numbers": _numbers,
        "date": _date,
        "moment": _moment,
        "money": _money,
    }
)
