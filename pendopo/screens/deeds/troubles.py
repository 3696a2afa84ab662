# SPDX-License-Identifier: EUPL-1.2
"""Why a form was not accepted, in plain words and beside the field that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.utils.translation import gettext as _

from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.screens.deeds.controls import CheckRow, Control
from pendopo.screens.deeds.forms import HAPPENED, Part, StepForm, Way
from pendopo.screens.plain_words import lowered
from pendopo.screens.scenes import Scene

Told = Callable[[Reason, Scene], str]


@dataclass(frozen=True, slots=True)
class Placed:
    """What is wrong, and the name of the control that it is about; "" for none of them."""

    where: str
    text: str


def plain_text(reason: Reason, scene: Scene) -> str:
    """A reason as an officer reads it: labels for keys, no list of programmers' words."""
    told = _PLAIN.get(reason.code)
    return told(reason, scene) if told else _labelled(reason.text, scene)


def _labelled(text: str, scene: Scene) -> str:
    for key, label in scene.ask_labels().items():
        text = text.replace(f"«{key}»", f"«{label}»")
    return text


def _lacking(reason: Reason, scene: Scene) -> str:
    """What lacks is named in brackets, by its keys."""
    _before, _open, named = reason.text.partition("(")
    keys = named.partition(")")[0].split(", ") if named else []
    labels = scene.ask_labels()
    if not keys or not set(keys) <= set(labels):
        return _labelled(reason.text, scene)
    words = ", ".join(labels[key] for key in keys)
    return _("Masih kurang: %(asks)s. Kembalikan berkasnya, atau betulkan putusannya.") % {
        "asks": words
    }


def _to_follow(reason: Reason, scene: Scene) -> str:
    ask = reason.where.partition("/")[2]
    label = scene.ask_labels().get(ask, ask)
    return _("%(ask)s belum diterima; minta sebelum menyerahkan.") % {"ask": label}


def _told(text: Callable[[], str]) -> Told:
    return lambda reason, scene: text()


_PLAIN: Mapping[str, Told] = MappingProxyType(
    {
        "unjudged": _told(lambda: _("Belum dinilai.")),
        "fact-needed": _told(lambda: _("Pilih dahulu: ya atau tidak.")),
        "bad-verdict": _told(lambda: _("Pilih salah satu putusan.")),
        "reason-needed": _told(
            lambda: _("Tulis apa yang salah, supaya dapat dibetulkan sekaligus.")
        ),
        "permission-needed": _told(lambda: _("Pilih siapa yang membolehkan menyusul.")),
        "choose": _told(lambda: _("Pilih salah satu.")),
        "outcome-needed": _told(lambda: _("Pilih hasil langkah ini.")),
        "role-needed": _told(lambda: _("Pilih kepada siapa berkas diteruskan.")),
        "roles-needed": _told(lambda: _("Pilih siapa yang menerima disposisi.")),
        "signer-needed": _told(lambda: _("Pilih siapa yang menandatangani.")),
        "bad-date": _told(lambda: _("Tulis tanggal seperti 23-11-2026.")),
        "bad-moment": _told(lambda: _("Tulis tanggal seperti 23-11-2026 dan jam seperti 09.00.")),
        "bad-amount": _told(lambda: _("Tulis jumlah rupiah lebih dari nol, misalnya 125.000.")),
        "still-to-follow": _to_follow,
        "lacking": _lacking,
        "outcome-computed": _lacking,
    }
)


def placed(
    form: StepForm, reasons: Iterable[Reason | Trouble], scene: Scene, part: int = 0
) -> tuple[Placed, ...]:
    """The troubles of one step of a form, each at the control that it is about."""
    found = (_placed(form, reason, scene, form.parts[part].key) for reason in reasons)
    return tuple(dict.fromkeys(found))


def _placed(form: StepForm, reason: Reason | Trouble, scene: Scene, step: str) -> Placed:
    if isinstance(reason, Trouble):
        return Placed(*_of_trouble(reason))
    names = {control.name: control for control in _every(form.controls)}
    text = plain_text(reason, scene)
    for name in _candidates(reason.where, step, form.opened):
        if name in names:
            beside = _empty(names[name]) if reason.code == "needed" else text
            return Placed(name, f"{names[name].label}: {lowered(beside)}")
    return Placed("", text)


def _empty(control: Control | CheckRow) -> str:
    return _("Pilih dahulu.") if control.options else _("Isi dahulu.")


def _of_trouble(trouble: Trouble) -> tuple[str, str]:
    if trouble.where == "happened_at":
        return HAPPENED, _("Tulis tanggal seperti 23-11-2026 dan jam seperti 09.40.")
    return "", trouble.text


def _candidates(where: str, step: str, outcome: str) -> Iterator[str]:
    key, _slash, inner = where.partition("/")
    if where == "happened_at":
        yield HAPPENED
    if inner:
        yield f"{step}.{key}.{inner}"
    yield f"{step}.{key}.{outcome}"
    yield f"{step}.{key}"


def _every(controls: Iterable[Control | CheckRow]) -> Iterator[Control | CheckRow]:
    for control in controls:
        yield control
        if isinstance(control, Control):
            yield from _every(control.parts)


def with_troubles(form: StepForm, troubles: Iterable[Placed]) -> StepForm:
    """The form with each trouble beside its field."""
    texts = {one.where: one.text for one in troubles if one.where}
    return replace(
        form,
        parts=tuple(_part(part, texts) for part in form.parts),
        ways=tuple(_way(way, texts) for way in form.ways),
        happened=_control(form.happened, texts),
    )


def _part(part: Part, texts: Mapping[str, str]) -> Part:
    rows = tuple(replace(row, trouble=_short(row, texts)) for row in part.checklist)
    return replace(
        part, checklist=rows, controls=tuple(_control(one, texts) for one in part.controls)
    )


def _way(way: Way, texts: Mapping[str, str]) -> Way:
    return replace(way, reasons=_control(way.reasons, texts)) if way.reasons else way


def _control(control: Control, texts: Mapping[str, str]) -> Control:
    inner = tuple(_control(part, texts) for part in control.parts)
    return replace(control, trouble=_short(control, texts), parts=inner)


def _short(one: Control | CheckRow, texts: Mapping[str, str]) -> str:
    """Beside the field its own label need not be said again."""
    text = texts.get(one.name, "").removeprefix(f"{one.label}: ")
    return text[:1].upper() + text[1:]
