# SPDX-License-Identifier: EUPL-1.2
"""What pydantic found, said in Indonesian: what is wrong and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pendopo.standards.vocabulary import nearest

Told = tuple[str, str]
"""What is wrong, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding of pydantic with what is known of its place.

    `kinds` are the error types met at this place (a union gives several), `word` the word of the
    language that stands there (empty for an item of a list), `value` what was read, `raw` its
    spelling, `known` the words allowed there.
    """

    kinds: tuple[str, ...]
    word: str
    value: object = None
    raw: str | None = None
    context: Mapping[str, Any] | None = None
    known: tuple[str, ...] = ()

    def told(self, name: str) -> Any:
        """A detail that pydantic gives beside the type."""
        return (self.context or {}).get(name)

    @property
    def empty(self) -> bool:
        """Whether the word stands there without anything after it."""
        return self.value is None


def explain(fault: Fault) -> Told:
    """What is wrong and how to mend it. Raises KeyError for a type that no table here knows."""
    if len(fault.kinds) > 1:
        return _several(fault)
    return _EXPLAIN[fault.kinds[0]](fault)


def _several(fault: Fault) -> Told:
    what = f"Isi «{_shown(fault)}» bukan teks, bilangan bulat, atau true/false."
    return what, f'Bila teks, tulis dengan tanda kutip: "{_shown(fault)}".'


def _missing(fault: Fault) -> Told:
    return f"Kata «{fault.word}» belum ada.", f"Tambahkan {fault.word}: dan isinya."


def _extra(fault: Fault) -> Told:
    guess = nearest(fault.word, fault.known)
    what = f"Kata «{fault.word}» tidak dikenal di sini."
    if guess:
        return what, f"Mungkin maksudnya «{guess}»."
    if fault.empty:
        return what, "Mungkin koma memotong teks di depannya: apit teks itu dengan tanda kutip."
    return what, f"Kata yang dikenal di sini: {', '.join(fault.known)}."


def _text(fault: Fault) -> Told:
    if fault.empty:
        return _nothing(fault)
    if isinstance(fault.value, (list, dict)):
        return "Di sini seharusnya satu teks, bukan daftar.", "Tulis sebagai satu baris teks."
    kind = "tanggal" if isinstance(fault.value, date) else "bilangan"
    kind = "ya/tidak (true/false)" if isinstance(fault.value, bool) else kind
    return (
        f"{fault.raw} terbaca sebagai {kind}, padahal di sini seharusnya teks.",
        f'Tulis dengan tanda kutip: "{fault.raw}".',
    )


def _nothing(fault: Fault) -> Told:
    what = f"Kata «{fault.word}» tidak ada isinya." if fault.word else "Butir ini kosong."
    return what, "Isi, atau hapus barisnya."


def _too_short_text(fault: Fault) -> Told:
    return _nothing(fault)


def _too_long_text(fault: Fault) -> Told:
    return (
        f"«{_shown(fault)}» terlalu panjang.",
        f"Pakai paling banyak {fault.told('max_length')} huruf.",
    )


PATTERNS: Mapping[str, Told] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        "bukan bentuk kunci",
        "Pakai huruf kecil, angka dan tanda hubung saja, misalnya petugas-loket.",
    ),
    r"^\d\d(\.\d\d){1,2}(\.\d{4})?$": (
        "bukan bentuk kode wilayah",
        'Tulis dua angka dipisah titik dengan tanda kutip, misalnya "35.14.11".',
    ),
    r"^[A-Z]{3}$": ("bukan awalan nomor berkas", "Pakai tepat tiga huruf besar, misalnya PDN."),
    r"^[a-z0-9-]+\.(svg|png|jpg|jpeg)$": (
        "bukan nama gambar di folder ini",
        "Tulis nama berkasnya dengan huruf kecil, misalnya lambang.svg.",
    ),
    r"^\d{18}$": ("bukan NIP", "Tulis 18 angka tanpa spasi dengan tanda kutip."),
    r"^(form(\.[a-z0-9]+(-[a-z0-9]+)*){1,3}|[a-z]+(-[a-z]+)*)$": (
        "bukan isi kolom",
        "Tulis kata seperti signer, atau isian seperti form.desa dan form.calon.suami.nama.",
    ),
    r"^[A-Z]$": ("bukan nama kotak bagan", "Pakai satu huruf besar, seperti A atau B."),
}
"""Every pattern of the language: what does not fit, and what to write."""


def _pattern(fault: Fault) -> Told:
    what, mend = PATTERNS[str(fault.told("pattern"))]
    return f"«{_shown(fault)}» {what}.", mend


def _choice(fault: Fault) -> Told:
    if fault.empty:
        return _nothing(fault)
    quoted = re.findall(r"'([^']*)'", str(fault.told("expected")))
    allowed = quoted or [str(fault.told("expected"))]
    guess = nearest(_shown(fault), allowed)
    hint = f"Mungkin maksudnya «{guess}». " if guess else ""
    return (
        f"«{_shown(fault)}» bukan pilihan yang dikenal.",
        f"{hint}Pilih salah satu: {', '.join(allowed)}.",
    )


def _whole_number(fault: Fault) -> Told:
    if fault.empty:
        return _nothing(fault)
    return (
        f"«{_shown(fault)}» bukan bilangan bulat.",
        "Tulis angkanya saja, tanpa tanda kutip, titik, koma atau satuan.",
    )


def _too_small(fault: Fault) -> Told:
    return (f"{_shown(fault)} terlalu kecil.", f"Isi dengan {fault.told('ge')} atau lebih.")


def _yes_no(fault: Fault) -> Told:
    return f"«{_shown(fault)}» bukan ya/tidak.", "Tulis true untuk ya, false untuk tidak."


def _list(fault: Fault) -> Told:
    if fault.empty:
        return _nothing(fault)
    return (
        "Di sini seharusnya daftar.",
        "Awali setiap butir dengan tanda hubung (-), atau tulis [satu, dua].",
    )


def _mapping(fault: Fault) -> Told:
    if fault.empty:
        return _nothing(fault)
    if fault.known and not isinstance(fault.value, (list, str)):
        mend = f'Bila ini teks, tulis dengan tanda kutip: "{_shown(fault)}".'
        if "text" in fault.known:
            return f"{_shown(fault)} bukan teks.", mend
    words = f" (dikenal: {', '.join(fault.known)})" if fault.known else ""
    return (
        "Di sini seharusnya pasangan kata dan isi.",
        f"Tulis seperti kata: isi{words}.",
    )


def _too_few(fault: Fault) -> Told:
    return f"Daftar «{fault.word}» kosong.", "Isi paling sedikit satu butir."


def _day(fault: Fault) -> Told:
    if fault.empty:
        return _nothing(fault)
    return (
        f"«{_shown(fault)}» bukan tanggal yang ada di kalender.",
        "Tulis tahun-bulan-tanggal, misalnya 2026-12-31.",
    )


def _clock(fault: Fault) -> Told:
    if fault.empty:
        return _nothing(fault)
    return (
        f"«{_shown(fault)}» bukan jam.",
        'Tulis jam dan menit dua angka dengan titik dua, misalnya "07:30".',
    )


def _word_is_no_text(fault: Fault) -> Told:
    return "Kata kunci di sini bukan teks.", "Tulis dengan tanda kutip."


def _shown(fault: Fault) -> str:
    shown = fault.raw if fault.raw is not None else fault.word
    return shown if len(shown) <= 60 else shown[:57] + "…"


_EXPLAIN: Mapping[str, Callable[[Fault], Told]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "string_type": _text,
    "string_too_short": _too_short_text,
    "string_too_long": _too_long_text,
    "string_pattern_mismatch": _pattern,
    "enum": _choice,
    "literal_error": _choice,
    "int_type": _whole_number,
    "greater_than_equal": _too_small,
    "bool_type": _yes_no,
    "list_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "too_short": _too_few,
    "day": _day,
    "clock": _clock,
    "invalid_key": _word_is_no_text,
}

EXPLAINED = frozenset(_EXPLAIN)
"""Every error type of pydantic that has words here."""
