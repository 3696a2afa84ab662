# SPDX-License-Identifier: EUPL-1.2
"""The language on one page: verbs with their duties, words, values and rules, in Indonesian."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from pydantic import BaseModel

from pendopo.domain.duty_fields import COMMON_FIELDS, DUTY_FIELDS, DutyField
from pendopo.domain.vocabulary import Verb
from pendopo.standards import (
    books_schema,
    grammar,
    office_schema,
    procedure_schema,
    schema,
    wording_schema,
)
from pendopo.standards.checks import all_rules
from pendopo.standards.grammar import Unit, Word
from pendopo.standards.meanings import CHANNELS, TITLES, UNITS, VALUES, VERBS, WORDS


def classes() -> Mapping[str, type[Word]]:
    """Every class of the language by its name."""
    found: dict[str, type[Word]] = {}
    modules = (grammar, procedure_schema, schema, wording_schema, books_schema, office_schema)
    for module in modules:
        for name, thing in vars(module).items():
            if isinstance(thing, type) and issubclass(thing, Word) and thing is not Word:
                found[name] = thing
    return found


def words_of(kind: type[BaseModel]) -> tuple[str, ...]:
    """The words of a class as they are written."""
    return tuple(field.alias or name for name, field in kind.model_fields.items())


def render_reference() -> str:
    """The page docs/reference/bahasa-standar.md, whole."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# Bahasa standar pelayanan"
    yield ""
    yield "Halaman ini dibuat dari program; jangan disunting dengan tangan."
    yield ""
    yield "Nama kata dalam bahasa Inggris, hal hukum dalam bahasa Indonesia seperti tercetak."
    yield "Kata yang **tebal** wajib ada."
    yield from _table("Kata kerja", ("do", "artinya", "kewajibannya"), _verbs())
    yield from _table("Isian kata kerja", ("do", "isian", "artinya"), _duties())
    for title, meanings in VALUES.values():
        rows = ((f"`{value}`", meaning) for value, meaning in meanings.items())
        yield from _table(title, ("nilai", "artinya"), rows)
    yield from _table("Satuan waktu", ("nilai", "artinya"), _coded(UNITS))
    yield from _table("Saluran", ("nilai", "artinya"), _coded(CHANNELS))
    for name, title in TITLES.items():
        yield from _table(title, ("kata", "artinya"), _words(name))
    yield from _table("Aturan pemeriksaan", ("aturan", "berat", "yang harus benar"), _rules())


def _verbs() -> Iterator[tuple[str, ...]]:
    return ((f"`{verb}`", called, duty) for verb, (called, duty) in VERBS.items())


def _duties() -> Iterator[tuple[str, ...]]:
    yield from (("semua", _field(duty), duty.says) for duty in COMMON_FIELDS)
    for verb, duties in DUTY_FIELDS.items():
        yield from ((f"`{verb}`", _field(duty), duty.says) for duty in duties)


def _field(duty: DutyField) -> str:
    return f"**`{duty.key}`**" if duty.required else f"`{duty.key}`"


def _coded(meanings: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    return ((f"`{value}`", meaning) for value, meaning in meanings.items())


def _words(name: str) -> Iterator[tuple[str, ...]]:
    required = {f.alias or n for n, f in classes()[name].model_fields.items() if f.is_required()}
    for word, meaning in WORDS[name].items():
        yield (f"**`{word}`**" if word in required else f"`{word}`"), meaning


def _rules() -> Iterator[tuple[str, ...]]:
    return ((f"`{rule.id}`", rule.severity.label, rule.about) for rule in all_rules())


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


def undescribed() -> tuple[str, ...]:
    """What the language has and this page lacks, or the reverse; empty when they agree."""
    missing = [f"kata kerja {verb}" for verb in Verb if verb not in VERBS]
    for kind, (_title, meanings) in VALUES.items():
        missing += [f"{kind.__name__}.{value}" for value in kind if value not in meanings]
    missing += [f"satuan {unit}" for unit in set(get_args(Unit)) ^ UNITS.keys()]
    kinds = schema.ComplaintChannel.model_fields["kind"].annotation
    missing += [f"saluran {kind}" for kind in set(get_args(kinds)) ^ CHANNELS.keys()]
    known = classes()
    missing += [
        f"kelas {name}" for name in known.keys() ^ WORDS.keys() | known.keys() ^ TITLES.keys()
    ]
    for name in known.keys() & WORDS.keys():
        words = set(words_of(known[name])) ^ WORDS[name].keys()
        missing += [f"{name}.{word}" for word in words]
    return tuple(sorted(missing))
