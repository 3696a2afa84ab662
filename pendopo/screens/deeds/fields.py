# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schema of each thing that a deed takes, as it stands in this case for this caller."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from pendopo.domain.case import Verdict
from pendopo.domain.duty_fields import BANK_METHODS, OF_THE_OFFICE, DutyField
from pendopo.domain.vocabulary import Otherwise, Verb
from pendopo.screens.deeds.commands import WORDS_LENGTH
from pendopo.screens.deeds.turns import Turn, outcome_words, receiving_roles, still_to_judge
from pendopo.screens.forms.schema import Schema, form_schema


def duty_schema(f: DutyField, turn: Turn) -> Schema | None:
    """The schema of one field, or None where there is nothing to say here."""
    if turn.scene.by_applicant and f.key in OF_THE_OFFICE:
        return None
    made = _MADE[f.type](f, turn)
    return None if made is None else {"title": f.says, **made}


def _outcome(f: DutyField, turn: Turn) -> Schema | None:
    names = turn.step.outcomes
    if not names:
        return None
    ways = [outcome_words(turn.scene.standard, turn.step, name) for name in names]
    options = [
        {"const": way["name"], "title": way["name"].replace("-", " "), **_marks(way)}
        for way in ways
    ]
    return {"type": "string", "enum": list(names), "oneOf": options, "x-outcomes": ways}


def _marks(way: Schema) -> Schema:
    return {key: True for key in ("returns", "ends") if way[key]} | {"to": way["to"]}


def _text(f: DutyField, turn: Turn) -> Schema | None:
    if f.key == "note" and turn.scene.by_applicant:
        return None
    return {"type": "string", "maxLength": WORDS_LENGTH}


def _reminders(f: DutyField, turn: Turn) -> Schema | None:
    standing = turn.reminders
    if not standing:
        return None
    owed = [r.key for r in standing if r.otherwise is Otherwise.REASON]
    schema: Schema = {
        "type": "object",
        "properties": {
            r.key: {
                "type": "string",
                "title": r.say,
                "maxLength": WORDS_LENGTH,
                "x-otherwise": r.otherwise.value,
            }
            for r in standing
        },
        "additionalProperties": False,
    }
    return schema | ({"required": owed} if owed else {})


def _choice(f: DutyField, turn: Turn) -> Schema:
    options = list(f.options)
    electronic = turn.scene.circumstances.policy.electronic_signing and not turn.recorded_for
    if turn.step.do is Verb.SIGN and not electronic:
        options = options[:1]
    if turn.step.do is Verb.PAY and turn.scene.by_applicant:
        options = [one for one in options if one in BANK_METHODS]
    return {"type": "string", "enum": options}


def _yes_no(f: DutyField, turn: Turn) -> Schema | None:
    intake = turn.scene.standard.intake
    return {"type": "boolean"} if getattr(intake, f.key, True) else None


def _values(f: DutyField, turn: Turn) -> Schema:
    return form_schema(turn.scene.standard, turn.scene.setting.villages, partial=True)


def _numbers(f: DutyField, turn: Turn) -> Schema | None:
    books = list(turn.external_books)
    if not books:
        return None
    number = {"type": "string", "minLength": 1, "maxLength": 120}
    properties = {book: {"title": f"Nomor untuk buku {book}", **number} for book in books}
    return {"type": "object", "properties": properties, "required": books}


def _verdicts(f: DutyField, turn: Turn) -> Schema:
    labels = turn.scene.ask_labels()
    schema: Schema = {
        "type": "object",
        "properties": {key: _verdict(turn, key, label) for key, label in labels.items()},
        "additionalProperties": False,
    }
    owed = [key for key in labels if still_to_judge(turn, key)]
    return schema | ({"required": owed} if owed else {})


def _verdict(turn: Turn, key: str, label: str) -> Schema:
    ask = turn.scene.ask(key)
    words = [
        verdict.value
        for verdict in Verdict
        if not (verdict is Verdict.TO_FOLLOW and ask and not ask.may_follow)
        and not (verdict is Verdict.NOT_NEEDED and not (ask and ask.if_needed))
    ]
    plain: Schema = {"type": "string", "enum": words}
    text: Schema = {"type": "string", "maxLength": WORDS_LENGTH}
    which = {"which": {"enum": list(ask.alternatives)}} if ask and ask.alternatives else {}
    full: Schema = {
        "type": "object",
        "properties": {
            "verdict": plain,
            "reason": {"title": "Apa yang salah atau kurang", **text},
            "allowed_by": {"title": "Peran yang membolehkan menyusul", **text},
            **which,
        },
        "required": ["verdict"],
    }
    about: Schema = {"title": label, "anyOf": [plain, full]}
    if ask:
        about |= {"x-due": ask.due.value, "x-handling": ask.handling.value, "x-copies": ask.copies}
        about |= {"x-size": ask.size} if ask.size else {}
    return about


def _facts(f: DutyField, turn: Turn) -> Schema | None:
    facts = dict(turn.step.facts)
    if not facts:
        return None
    properties = {key: {"type": "boolean", "title": text} for key, text in facts.items()}
    return {
        "type": "object",
        "properties": properties,
        "required": list(facts),
        "additionalProperties": False,
        "x-table": [
            {"when": dict(row.when), "outcome": row.outcome, "say": list(row.say)}
            for row in turn.step.table
        ],
    }


def _forms(f: DutyField, turn: Turn) -> Schema | None:
    several = [paper for paper in turn.scene.standard.papers if len(paper.forms) > 1]
    if not several:
        return None
    properties = {
        paper.key: {"title": paper.title, "enum": [form.value for form in paper.forms]}
        for paper in several
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _position(f: DutyField, turn: Turn) -> Schema | None:
    able = {c.position: " ".join(filter(None, (c.line, c.title))) for c in turn.signers}
    return {"type": "string", "enum": list(able), "x-labels": able} if able else None


def _asks(f: DutyField, turn: Turn) -> Schema | None:
    labels = turn.scene.ask_labels()
    if not labels:
        return None
    items: Schema = {"type": "string", "enum": list(labels), "x-labels": labels}
    return {"type": "array", "items": items, "uniqueItems": True}


def _role(f: DutyField, turn: Turn) -> Schema | None:
    return _role_schema(turn) if turn.step.to else None


def _roles(f: DutyField, turn: Turn) -> Schema:
    return {"type": "array", "items": _role_schema(turn), "minItems": 1, "uniqueItems": True}


def _role_schema(turn: Turn) -> Schema:
    titles = {role: turn.scene.role_title(role) for role in receiving_roles(turn)}
    return {"type": "string", "enum": list(titles), "x-labels": titles}


def _fixed(**schema: Any) -> Callable[[DutyField, Turn], Schema | None]:
    return lambda f, turn: schema


_MADE: Mapping[str, Callable[[DutyField, Turn], Schema | None]] = MappingProxyType(
    {
        "outcome": _outcome,
        "text": _text,
        "reasons": _reminders,
        "choice": _choice,
        "yes-no": _yes_no,
        "values": _values,
        "numbers": _numbers,
        "verdicts": _verdicts,
        "facts": _facts,
        "forms": _forms,
        "position": _position,
        "asks": _asks,
        "role": _role,
        "roles": _roles,
        "date": _fixed(type="string", format="date"),
        "moment": _fixed(type="string", format="date-time"),
        "money": _fixed(type="integer", minimum=1),
    }
)
