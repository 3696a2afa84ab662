# SPDX-License-Identifier: EUPL-1.2
"""How a book writes its numbers, and how a written number is read back.

Offices differ, so each book has a template: "{klas} / {urut:02}{sisipan} / {unit} / {tahun}"
writes 065 / 06.2 / 424.311 / 2023. The words in braces are those that clerks use; all else
stands as written. What rows a book may have is in `pendopo.domain.books`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from typing import Final

from pendopo.domain.identity import Problem
from pendopo.domain.number_tokens import (
    ALPHABETS,
    MONTH_NUMERALS,
    NumberParts,
    Piece,
    Sisipan,
    Text,
    Token,
    read_ordinal,
)

__all__ = ["BLANK", "NumberParts", "NumberTemplate", "Sisipan"]

BLANK: Final = "……"
"""Where a number will be written by hand."""

_SPECS: Final[Mapping[str, str]] = {"urut": "0[1-9]", "bulan": "02", "sisipan": "[./-]1|[./-]?a"}
_PIECE = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}|([^{}]+)|[{}]")


@dataclass(frozen=True, slots=True)
class NumberTemplate:
    """A book's way of writing numbers, made by `parse`, which lets only readable ones through.

    For parts that hold what the template writes and nothing else,
    `parse_number(render(parts)) == parts`.
    """

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def parse(cls, text: str) -> NumberTemplate | Problem:
        """Read a template out of tokens and words.

        Tokens: {klas} {urut} {sisipan} {unit} {bulan} {bulan_romawi} {tahun}. {urut:03} writes
        045 and {bulan:02} 03; {sisipan:.a} writes 45.b, {sisipan:-1} 45-2. Where {sisipan} is
        left out, an insertion is written 45.2: every book has that valve.
        """
        pieces: list[Piece] = []
        for match in _PIECE.finditer(text.strip()):
            piece = _read_piece(match)
            if isinstance(piece, Problem):
                return piece
            pieces.append(piece)
        if problem := _wrong_tokens(pieces):
            return problem
        whole = _with_sisipan(pieces)
        return _unreadable(whole) or cls(text.strip(), whole)

    @property
    def tokens(self) -> frozenset[str]:
        """The names of its tokens: which parts a number of this book needs."""
        return frozenset(piece.name for piece in self.pieces if isinstance(piece, Token))

    def render(self, parts: NumberParts) -> str:
        """Write a number. Raises ValueError where a part that the template writes is None."""
        return "".join(_write(piece, parts) for piece in self.pieces)

    def render_blank(
        self,
        *,
        klas: str | None = None,
        unit: str | None = None,
        bulan: int | None = None,
        tahun: int | None = None,
    ) -> str:
        """Write the line for a number still to come, with room for it: 400.9/……/424.311/2026."""
        parts = NumberParts(1, None, klas, unit, bulan, tahun)
        is_urut = (isinstance(piece, Token) and piece.name == "urut" for piece in self.pieces)
        written = zip(is_urut, self.pieces, strict=True)
        return "".join(BLANK if urut else _write(piece, parts) for urut, piece in written)

    def parse_number(self, text: str) -> NumberParts | Problem:
        """Read a number written by this template; spaces around separators may differ."""
        typed = text.strip()
        match = re.fullmatch("".join(piece.pattern for piece in self.pieces), typed)
        return self._mismatch(typed) if match is None else _parts(match)

    def _mismatch(self, typed: str) -> Problem:
        """Name the first character that does not fit, and show a number that would."""
        sample = self.render(NumberParts(45, None, "400.9", "424.311", 11, 2026))
        place = self._readable_length(typed) + 1
        return Problem(
            f"Nomor '{typed}' mulai karakter ke-{place} tidak sesuai dengan bentuk nomor buku ini, "
            f"yaitu {self.text}. Contohnya {sample}.",
            place,
        )

    def _readable_length(self, typed: str) -> int:
        patterns = [piece.pattern for piece in self.pieces]
        for count in range(len(patterns), 0, -1):
            if match := re.match("".join(patterns[:count]), typed):
                return match.end()
        return 0


def _read_piece(match: re.Match[str]) -> Piece | Problem:
    """One stretch of a template: words, or a token with its format."""
    name, spec, text = match.groups()
    place = match.start() + 1
    if text is not None:
        return Text(text)
    if name is None:
        return Problem(
            f"Kurung kurawal '{match[0]}' pada karakter ke-{place} tidak berpasangan. "
            "Tulis seperti {urut}, atau hapus.",
            place,
        )
    if name not in ALPHABETS:
        return _unknown(name, place)
    if spec is not None and not re.fullmatch(_SPECS.get(name, ""), spec):
        return Problem(
            f"Bentuk '{match[0]}' pada karakter ke-{place} tidak dikenal. Yang dapat dipakai "
            "misalnya {urut:03}, {bulan:02}, {sisipan:.1} atau {sisipan:.a}.",
            place,
        )
    return Token(name, spec or "", place)


def _unknown(name: str, place: int) -> Problem:
    near = get_close_matches(name, ALPHABETS, n=1)
    guess = f" Mungkin maksudnya {{{near[0]}}}." if near else ""
    known = " ".join(f"{{{token}}}" for token in ALPHABETS)
    return Problem(
        f"'{{{name}}}' pada karakter ke-{place} tidak dikenal.{guess} Yang dapat dipakai: {known}.",
        place,
    )


def _wrong_tokens(pieces: Sequence[Piece]) -> Problem | None:
    """No number without {urut}, no token twice, a month in one way only."""
    seen: set[str] = set()
    for token in (piece for piece in pieces if isinstance(piece, Token)):
        subject = token.name.removesuffix("_romawi")
        if subject in seen:
            return Problem(
                f"'{{{token.name}}}' pada karakter ke-{token.position} mengulang yang sudah "
                f"ditulis di depan. Pakai satu saja.",
                token.position,
            )
        seen.add(subject)
    if "urut" not in seen:
        return Problem(
            "Bentuk nomor ini belum memuat {urut}, nomor urut buku. "
            "Contohnya {klas}/{urut}/{unit}/{tahun}."
        )
    return None


def _with_sisipan(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give a template that does not mention insertions the usual way to write them."""
    tokens = [piece for piece in pieces if isinstance(piece, Token)]
    if any(token.name == "sisipan" for token in tokens):
        return tuple(pieces)
    urut = next(token for token in tokens if token.name == "urut")
    after = pieces.index(urut) + 1
    return (*pieces[:after], Token("sisipan", "", urut.position), *pieces[after:])


def _unreadable(pieces: Sequence[Piece]) -> Problem | None:
    """What would let one written number be read in two ways.

    Every token before another is followed by words holding a character that the token
    cannot write. So its end is certain wherever its start is, and, from left to right, so is
    every token's; {urut} and its {sisipan} count as one token.
    """
    inner = len(pieces) - 2
    for place, (left, right) in enumerate(pairwise((Text(""), *pieces))):
        if isinstance(right, Text):
            if isinstance(left, Token) and place <= inner and not _ends(left, right):
                return _unclear(left, right)
        elif right.name == "sisipan":
            if not (isinstance(left, Token) and left.name == "urut"):
                return _misplaced(right)
        elif isinstance(left, Token):
            return _unseparated(right)
    return None


def _ends(token: Token, words: Text) -> bool:
    marks = "".join(words.text.split()) or " "
    return not set(marks) <= set(token.alphabet)


def _misplaced(token: Token) -> Problem:
    return Problem(
        f"{{sisipan}} pada karakter ke-{token.position} harus tepat setelah {{urut}}, tanpa "
        "pemisah: {urut}{sisipan}. Titiknya ditulis sendiri oleh {sisipan}.",
        token.position,
    )


def _unseparated(token: Token) -> Problem:
    return Problem(
        f"Sebelum {{{token.name}}} pada karakter ke-{token.position} belum ada pemisah. "
        "Tulis pemisah di antaranya, misalnya garis miring.",
        token.position,
    )


def _unclear(token: Token, words: Text) -> Problem:
    subject = "urut" if token.name == "sisipan" else token.name
    return Problem(
        f"Pemisah '{words.text}' setelah {{{subject}}} pada karakter ke-{token.position} dapat "
        "terbaca sebagai bagian nomornya. Pakai pemisah lain, misalnya garis miring"
        + (", atau ganti tanda sisipannya, misalnya {sisipan:-1}." if subject == "urut" else "."),
        token.position,
    )


def _write(piece: Piece, parts: NumberParts) -> str:
    return piece.text if isinstance(piece, Text) else piece.write(parts)


def _parts(match: re.Match[str]) -> NumberParts | Problem:
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    urut = int(found["urut"])
    sisipan = read_ordinal(found["sisipan"]) if "sisipan" in found else None
    if urut == 0 or sisipan == 0:
        place = match.start("sisipan" if urut else "urut") + 1
        return Problem(f"Nomor pada karakter ke-{place} tidak mungkin 0: mulailah dari 1.", place)
    tahun = int(found["tahun"]) if "tahun" in found else None
    return NumberParts(urut, sisipan, found.get("klas"), found.get("unit"), _month(found), tahun)


def _month(found: Mapping[str, str]) -> int | None:
    if "bulan_romawi" in found:
        return MONTH_NUMERALS.index(found["bulan_romawi"]) + 1
    return int(found["bulan"]) if "bulan" in found else None
