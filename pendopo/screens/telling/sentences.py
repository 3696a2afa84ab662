# SPDX-License-Identifier: EUPL-1.2
"""The history of a case as sentences in the language of the page, one an event.

The office reads who did it; a program with the applicant's code reads by which position; a
citizen reads what was done and by nobody. All read the reasons; only the office reads notes.
What was erased is simply no longer told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import cast

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.domain import events as ev
from pendopo.domain.circumstances import ActorKind
from pendopo.domain.events import EVENTS, Event, Json
from pendopo.domain.offers import step_title
from pendopo.domain.standard import FORWARDED
from pendopo.domain.typed import Ill, parse_rupiah
from pendopo.domain.vocabulary import End, Verb
from pendopo.domain.wording import format_moment, rupiah
from pendopo.screens import plain_words
from pendopo.screens.telling.event_words import says
from pendopo.screens.telling.past import Line, Past, Telling

RELATIONS: Mapping[str, str | Lazy] = MappingProxyType(
    {
        "sendiri": gettext_lazy("pemohon sendiri"),
        "keluarga": gettext_lazy("keluarga pemohon"),
        "perangkat-desa": gettext_lazy("perangkat desa"),
        "kuasa": gettext_lazy("kuasa pemohon"),
        "lainnya": gettext_lazy("orang lain"),
    }
)

_ENDINGS: Mapping[End, str | Lazy] = MappingProxyType(
    {
        End.HANDED_OVER: gettext_lazy("Selesai: sudah diserahkan."),
        End.DONE: gettext_lazy("Berkas selesai."),
        End.REFUSED: gettext_lazy("Selesai: permohonan ditolak."),
        End.REDIRECTED: gettext_lazy("Selesai: dialihkan ke tempat yang tepat."),
        End.WITHDRAWN: gettext_lazy("Selesai: ditarik pemohon."),
        End.EXPIRED: gettext_lazy("Selesai: dianggap batal karena tidak diurus."),
    }
)


def history(past: Iterable[Past], telling: Telling) -> tuple[Line, ...]:
    """One line for each event, in their order."""
    lines, forwarded = [], ""
    for one in past:
        lines.append(_line(one, telling, forwarded))
        forwarded = str(one.event.data.get("role") or forwarded)
    return tuple(lines)


def _line(one: Past, telling: Telling, forwarded: str) -> Line:
    event = one.event
    by = _by(one, telling, forwarded)
    clauses = [*_clauses(one, telling)]
    head = _head(one, by, telling)
    if event.data.get("recorded_for") and telling.yours is None:
        recorder = {"head": head, "by": _recorder(one, telling)}
        head = _("%(head)s (dicatat oleh %(by)s)") % recorder
    text = f"{head}: {'; '.join(clauses).rstrip('.')}." if clauses else f"{head}."
    text += _ending(event)
    if event.late:
        moment = format_moment(one.recorded_at, telling.words.zone)
        text += " " + _("Dicatat kemudian, %(moment)s.") % {"moment": moment}
    return Line(
        name=event.name,
        at=event.happened_at,
        recorded_at=one.recorded_at,
        sentence=text,
        by=by,
        late=event.late,
        step=_word(event, "step") or None,
        outcome=_word(event, "outcome") or None,
    )


def _head(one: Past, by: str, telling: Telling) -> str:
    """What was done, and by whom where the words do not say so; a citizen reads only her own."""
    name = one.event.name
    if " oleh " in (EVENTS[name].says if name in EVENTS else ""):
        return says(name)
    if telling.yours is None:
        return _("%(what)s oleh %(by)s") % {"what": says(name), "by": by}
    own = one.event.actor.startswith(f"{ActorKind.APPLICANT}:")
    return _("%(what)s oleh Anda") % {"what": says(name)} if own else says(name)


def _by(one: Past, telling: Telling, forwarded: str) -> str:
    """Whose deed it was: the signer's, that of the role it was recorded for, or the actor's."""
    event, words = one.event, telling.words
    signer = event.data.get("signer")
    if isinstance(signer, dict) and signer.get("position"):
        return in_capacity(words.position(str(signer["position"])), str(signer.get("line") or ""))
    role = _word(event, "recorded_for")
    if role:
        return words.role(forwarded if role == FORWARDED and forwarded else role)
    return _recorder(one, telling)


def in_capacity(title: str, line: str) -> str:
    """`Plt. Camat`, but `Sekretaris Kecamatan (a.n.)`."""
    if line in ("a.n.", "u.b."):
        return f"{title} ({line})"
    return f"{line} {title}" if line else title


def _recorder(one: Past, telling: Telling) -> str:
    """Who acted, in the position that has to do with the step."""
    event = one.event
    steps = {step.key: step for step in telling.standard.steps}
    step = steps.get(_word(event, "step"))
    roles = frozenset(filter(None, (step.via, step.by))) if step else frozenset()
    return telling.words.actor(event.actor, event.happened_at, telling.audience, roles)


def _clauses(one: Past, telling: Telling) -> Iterator[str]:
    event = one.event
    outcome = _word(event, "outcome")
    if outcome and not _says_so(event.name, outcome):
        yield plain_words.outcome(outcome)
    own = _TOLD.get(event.name)
    if own:
        yield from own(one, telling)
    for entry in event.entries:
        if entry.number:
            yield _("%(book)s nomor %(number)s (%(status)s)") % {
                "book": telling.words.book(entry.book),
                "number": entry.number,
                "status": plain_words.LINES[entry.mark],
            }
    yield from _towards(event, telling)
    reasons = _said(one, "reasons")
    if reasons:
        yield _("alasan: %(why)s") % {"why": reasons}
    if telling.to_office and (note := _said(one, "note")):
        yield _("catatan: %(note)s") % {"note": note}


def _says_so(name: str, outcome: str) -> bool:
    """Whether the sentence begins with the outcome already: "Ditandatangani oleh …"."""
    return name in EVENTS and EVENTS[name].says.split()[0].lower() == outcome


def _towards(event: Event, telling: Telling) -> Iterator[str]:
    """Back to whom."""
    to = _word(event, "to")
    steps = {step.key: step for step in telling.standard.steps}
    if event.data.get("returns") and to in steps:
        by = steps[to].by
        if telling.yours is not None:
            own = by in telling.yours
            yield _("dikembalikan kepada Anda") if own else _("dikerjakan lagi di kantor")
            return
        whom = telling.words.role(by) if by != FORWARDED else _("petugas")
        yield _("dikembalikan kepada %(whom)s") % {"whom": whom}


def _ending(event: Event) -> str:
    """How the case ended, as a sentence of its own where the deed itself does not say so."""
    to = _word(event, "to")
    return f" {_ENDINGS[End(to)]}" if to in set(End) and event.name != ev.WITHDRAWN else ""


def _lacking(one: Past, telling: Telling) -> Iterator[str]:
    """What lacks, with what was said of each, and what the decision table says to mend."""
    remarks = one.private.get("remarks")
    said = remarks if isinstance(remarks, dict) else {}
    lacks = [str(key) for key in cast("list[Json]", one.event.data.get("lacks") or [])]
    if lacks:
        named = (_labelled(telling.asks.get(key, key), said.get(key)) for key in lacks)
        yield _("yang kurang: %(asks)s") % {"asks": ", ".join(named)}
    mend = one.private.get("says")
    if mend:
        yield "; ".join(str(text) for text in (mend if isinstance(mend, list) else [mend]))


def _labelled(label: str, remark: Json) -> str:
    return f"{label} ({remark})" if remark else label


def _brought(one: Past, telling: Telling) -> Iterator[str]:
    """Who brought a file, where it was not the applicant herself."""
    brought_by = _word(one.event, "brought_by")
    bringer = _said(one, "bringer") if telling.to_office else ""
    if brought_by not in ("", "sendiri") or bringer:
        relation = str(RELATIONS.get(brought_by, RELATIONS["lainnya"]))
        yield _("dibawa oleh %(whom)s") % {"whom": ", ".join(filter(None, (relation, bringer)))}


def _handed(one: Past, telling: Telling) -> Iterator[str]:
    relation = str(RELATIONS.get(_word(one.event, "relation"), ""))
    collector = _said(one, "collector") if telling.to_office else ""
    if relation:
        yield _("kepada %(whom)s") % {"whom": ", ".join(filter(None, (relation, collector)))}


def _given_to(one: Past, telling: Telling) -> Iterator[str]:
    if telling.yours is not None:
        return
    roles = one.event.data.get("roles") or [one.event.data.get("role")]
    named = [telling.words.role(str(role)) for role in cast("list[Json]", roles) if role]
    if named:
        yield _("kepada %(whom)s") % {"whom": ", ".join(named)}
    if telling.to_office and (instruction := _said(one, "instruction")):
        yield instruction


def _scheduled(one: Past, telling: Telling) -> Iterator[str]:
    at = _word(one.event, "scheduled_at")
    moment = _moment(at)
    if moment and moment.tzinfo:
        yield format_moment(moment, telling.words.zone)
    elif at:
        day, _t, time = at.partition("T")
        yield _("%(day)s pukul %(time)s") % {"day": day, "time": time} if time else day
    if place := _said(one, "place"):
        yield _("di %(place)s") % {"place": place}


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _paid(one: Past, telling: Telling) -> Iterator[str]:
    amount = parse_rupiah(one.private.get("amount"))
    method = _word(one.event, "method")
    if not isinstance(amount, Ill):
        yield rupiah(Decimal(amount))
    if method:
        yield _("lewat %(how)s") % {"how": method}


def _done_elsewhere(one: Past, telling: Telling) -> Iterator[str]:
    system, reference = _word(one.event, "system"), _said(one, "reference")
    if system:
        named = {"system": system.upper(), "number": reference}
        yield (_("di %(system)s nomor %(number)s") if reference else _("di %(system)s")) % named
    if telling.to_office and (result := _said(one, "result")):
        yield result


def _changed(one: Past, telling: Telling) -> Iterator[str]:
    labels = {f.key: f.label for f in telling.standard.fields if f.group is None}
    labels |= {group.key: group.label for group in telling.standard.groups}
    changed = cast("list[Json]", one.event.data.get("changed") or [])
    if changed:
        named = ", ".join(labels.get(str(key), str(key)) for key in changed)
        yield _("yang berubah: %(fields)s") % {"fields": named}


_TOLD_BY: Mapping[str, str | Lazy] = MappingProxyType(
    {
        "lembar": gettext_lazy("dengan lembar kekurangan"),
        "whatsapp": gettext_lazy("lewat WhatsApp"),
        "lisan": gettext_lazy("secara lisan"),
    }
)


def _how_told(one: Past, telling: Telling) -> Iterator[str]:
    if how := _TOLD_BY.get(_word(one.event, "told_by")):
        yield str(how)


def _private_words(key: str) -> Callable[[Past, Telling], Iterator[str]]:
    def told(one: Past, telling: Telling) -> Iterator[str]:
        if text := _said(one, key):
            yield text

    return told


def _of_step(one: Past, telling: Telling) -> Iterator[str]:
    steps = {step.key: step for step in telling.standard.steps}
    step = steps.get(_word(one.event, "step"))
    if step and telling.yours is None:
        yield step_title(step)


def _of_paper(one: Past, telling: Telling) -> Iterator[str]:
    titles = {paper.key: paper.title for paper in telling.standard.papers}
    named = cast("list[Json]", one.event.data.get("papers") or [])
    yield from (titles.get(str(key), str(key)) for key in named)
    if not one.private.get("words") and telling.to_office:
        yield _("kembali ke kalimat kantor")


_BY_VERB: Mapping[Verb, Callable[[Past, Telling], Iterator[str]]] = {
    Verb.SUBMIT: _brought,
    Verb.VERIFY: _lacking,
    Verb.HAND_OVER: _handed,
    Verb.FORWARD: _given_to,
    Verb.DISPOSE: _given_to,
    Verb.SCHEDULE: _scheduled,
    Verb.PAY: _paid,
    Verb.PERFORM: _done_elsewhere,
    Verb.PRINT: _done_elsewhere,
    Verb.CONSULT: _private_words("result"),
    Verb.ANSWER: _private_words("answer"),
}
_TOLD: Mapping[str, Callable[[Past, Telling], Iterator[str]]] = MappingProxyType(
    {ev.VERB_EVENTS[verb]: told for verb, told in _BY_VERB.items()}
    | {
        ev.FILED: _brought,
        ev.TAKEN_BACK: _of_step,
        ev.TOLD: _how_told,
        ev.REQUIREMENT_ADDED: _private_words("what"),
        ev.AMENDED: _changed,
        ev.CORRECTED: _changed,
        ev.REWORDED: _of_paper,
    }
)


def _word(event: Event, key: str) -> str:
    value = event.data.get(key)
    return value if isinstance(value, str) else ""


def _said(one: Past, key: str) -> str:
    value = one.private.get(key)
    return value.strip() if isinstance(value, str) else ""
