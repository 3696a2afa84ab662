# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a body text with placeholders, said to whoever edits an office's wording."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Final

from django.utils.translation import gettext as _

from pendopo.papers.filling import COUNT
from pendopo.papers.filters import FILTERS
from pendopo.papers.markup import cells

_BRACES: Final = re.compile(r"\\.|(?P<whole>\{[^{}]*\})|(?P<open>\{)|(?P<close>\})")


def problems(text: str, known_keys: Collection[str]) -> tuple[str, ...]:
    """Sentences, each naming its line; none when all is well.

    Told are braces that do not close, keys that are not in `known_keys`, filters that do not
    exist, and rows of a table with more or fewer cells than its head.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    said = [*_of_placeholders(lines, known_keys), *_of_tables(lines)]
    return tuple(sentence for _line, sentence in sorted(said, key=lambda one: one[0]))


def _of_placeholders(lines: list[str], known: Collection[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, start=1):
        for match in _BRACES.finditer(line):
            if match["open"]:
                yield number, _unclosed(number)
            elif match["close"]:
                yield number, _unopened(number)
            elif match["whole"]:
                yield from ((number, one) for one in _of_one(number, match["whole"], known))


def _of_one(line: int, placeholder: str, known: Collection[str]) -> Iterator[str]:
    key, *filters = (part.strip() for part in placeholder[1:-1].split("|"))
    if not key:
        yield _("Baris %(line)s: isian {} kosong. Tulis namanya, misalnya {nama}.") % {"line": line}
    elif key != COUNT and key not in known:
        yield _unknown(line, key, known)
    for name in filters:
        if name not in FILTERS:
            yield _(
                "Baris %(line)s: kata «%(filter)s» pada %(placeholder)s tidak dikenal. "
                "Yang dapat dipakai: %(filters)s."
            ) % {
                "line": line,
                "filter": name,
                "placeholder": placeholder,
                "filters": ", ".join(FILTERS),
            }


def _unknown(line: int, key: str, known: Collection[str]) -> str:
    near = get_close_matches(key, list(known), n=1)
    if near:
        return _("Baris %(line)s: isian {%(key)s} tidak dikenal. Maksud Anda {%(near)s}?") % {
            "line": line,
            "key": key,
            "near": near[0],
        }
    return _(
        "Baris %(line)s: isian {%(key)s} tidak dikenal. Pilih salah satu dari daftar isian."
    ) % {"line": line, "key": key}


def _unclosed(line: int) -> str:
    return _(
        "Baris %(line)s: tanda { belum ditutup dengan }. Tulis misalnya {nama}; untuk tanda "
        "kurung kurawal biasa tulis \\{."
    ) % {"line": line}


def _unopened(line: int) -> str:
    return _(
        "Baris %(line)s: tanda } tidak didahului {. Tulis misalnya {nama}; untuk tanda kurung "
        "kurawal biasa tulis \\}."
    ) % {"line": line}


def _of_tables(lines: list[str]) -> Iterator[tuple[int, str]]:
    head = 0
    for number, line in enumerate(lines, start=1):
        if not line.lstrip().startswith("|"):
            head = 0
            continue
        count = len(cells(line))
        head = head or count
        if count != head:
            yield (
                number,
                _("Baris %(line)s: baris tabel ini mempunyai %(count)s kolom, judulnya %(head)s.")
                % {"line": number, "count": count, "head": head},
            )
