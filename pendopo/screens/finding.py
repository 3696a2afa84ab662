# SPDX-License-Identifier: EUPL-1.2
"""Finding what somebody means by the words they typed: everyday words, half words, slips.

It knows no service: the words are those of the standards' data. Each word that was typed is
compared with each word of a name (the same, its beginning, a part of it, a slip of the finger),
and counts for more the fewer things it could mean: “surat” tells little, “miskin” nearly all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log

ENOUGH = 0.6
"""From this part of what was typed on, a thing is what was meant."""
NEAR, MOST_NEAR = 0.36, 3
"""From this part on it may have been meant; so many of those are shown."""
SPREAD = 0.9
BESIDE_THE_BEST = 0.6
"""What is further behind the best than this is not shown."""
MOST_WORDS = 8
SURE, BEGUN, WITHIN, ONE_SLIP, TWO_SLIPS = 1.0, 0.9, 0.75, 0.8, 0.65
_LONG_ENOUGH = 4
"""Letters from which on a part or a slip tells anything."""
_TWO_SLIPS_FROM = 7
_COMMON = 0.3
"""A word that belongs to more than this part of all things does not make one of them near."""

_ASKING = """
ada agar apa bagaimana bagi bikin buat cara caranya dan dari dengan di dimana gimana harus ingin itu
kalau kalo ke mana mau membuat mengurus minta mohon ngurus nya pengen pingin saya syarat tolong
untuk urus utk yang yg
"""
ASKING = frozenset(re.findall(r"\w+", _ASKING))
"""Words that ask, but tell nothing of what is asked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that is looked for: its own name first, then what else people call it."""

    key: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that was found. `place`: which of its names did it; `part`: how well, 0 to 1.

    `exact`: every word is one of its words or begins one, so that no guess was made.
    """

    key: str
    place: int
    part: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What was meant, the best first; where nothing was, what may have been."""

    matches: tuple[Match, ...] = ()
    near: tuple[Match, ...] = ()


def words_of(text: str) -> tuple[str, ...]:
    """Small letters without accents, split where no letter or digit stands; each word once.

    What a hyphen joins is a word as well: `e-KTP` is found by e, ktp and ektp.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    joined = (one.replace("-", "") for one in re.findall(r"\w+(?:-\w+)+", plain))
    return tuple(dict.fromkeys([*re.findall(r"[^\W_]+", plain), *joined]))


def asked_for(sought: str) -> tuple[str, ...]:
    """The words of a question that tell what is asked for, or all where none of them does."""
    words = tuple(one for one in words_of(sought.replace("-", " ")) if len(one) < 32)
    return tuple(one for one in words if one not in ASKING)[:MOST_WORDS] or words[:MOST_WORDS]


def find(sought: str, things: Sequence[Named]) -> Found:
    """What these words mean among these things, in the order of how well they fit."""
    asked = asked_for(sought)
    if not asked or not things:
        return Found()
    names = {thing.key: tuple(words_of(name) for name in thing.names) for thing in things}
    question = _question(asked, names.values())
    ranked = [_best(thing.key, question, names[thing.key]) for thing in things]
    ranked.sort(key=lambda one: -one.part)
    best = ranked[0].part
    if best >= ENOUGH:
        return Found(tuple(one for one in ranked if one.part >= best * BESIDE_THE_BEST))
    near = (one for one in ranked if one.part >= NEAR and _tells(question, names[one.key]))
    return Found(near=tuple(near)[:MOST_NEAR])


def likeness(asked: str, word: str) -> float:
    """How well a typed word fits a word of a name: 0 not at all, 1 the same."""
    return max(_surely(asked, word), _slips(asked, word))


def _surely(asked: str, word: str) -> float:
    """The same word, its beginning, or a part of it: no slip of the finger."""
    if asked == word:
        return SURE
    if len(asked) > 1 and word.startswith(asked):
        return BEGUN
    short, long = sorted((asked, word), key=len)
    return WITHIN if len(short) >= _LONG_ENOUGH and short in long else 0.0


_Names = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A typed word. `weight`: the fewer things have it, the more it tells.

    `known`: some name has it, so that it is not taken for a slip of another. `common`: so many
    things have it that it tells little.
    """

    word: str
    known: bool
    weight: float
    common: bool

    def fits(self, words: Iterable[str]) -> float:
        """How well it fits the best of these words."""
        compare = _surely if self.known else likeness
        return max((compare(self.word, one) for one in words), default=0.0)


def _question(asked: Iterable[str], names: Iterable[_Names]) -> tuple[_Asked, ...]:
    bags = [frozenset(chain.from_iterable(one)) for one in names]
    return tuple(_weighed(word, bags) for word in asked)


def _weighed(word: str, bags: Sequence[frozenset[str]]) -> _Asked:
    known = any(_surely(word, one) >= BEGUN for bag in bags for one in bag)
    compare = _surely if known else likeness
    having = sum(any(compare(word, one) for one in bag) for bag in bags)
    return _Asked(word, known, log(1 + len(bags) / max(1, having)), having > len(bags) * _COMMON)


def _best(key: str, question: Sequence[_Asked], names: _Names) -> Match:
    """How well the best name fits; words that are spread over several names count a little less."""
    fits = [[one.fits(name) for one in question] for name in names]
    parts = [_part(question, one) for one in fits]
    place = max(range(len(parts)), key=lambda n: (parts[n], -len(names[n]), -n))
    together = [max(column) for column in zip(*fits, strict=True)]
    part = max(parts[place], SPREAD * _part(question, together))
    return Match(key, place, part, exact=all(fit >= BEGUN for fit in together))


def _part(question: Sequence[_Asked], fits: Sequence[float]) -> float:
    """What part of the question these fits answer, each word by its weight."""
    answered = sum(one.weight * fit for one, fit in zip(question, fits, strict=True))
    return answered / sum(one.weight for one in question)


def _tells(question: Iterable[_Asked], names: _Names) -> bool:
    """Whether one of the words that tell something is in a name."""
    words = tuple(chain.from_iterable(names))
    return any(one.fits(words) > 0 for one in question if not one.common)


def _slips(asked: str, word: str) -> float:
    """A letter more, less or other, or two that changed places; two such in a long word.

    The first letter may be left out (`ilang`), but is hardly ever another one.
    """
    shorter, apart = min(len(asked), len(word)), abs(len(asked) - len(word))
    if apart > 2 or shorter < 3 or (apart == 0 and asked[0] != word[0]):
        return 0.0
    if shorter < _LONG_ENOUGH:
        return ONE_SLIP if apart == 0 and sorted(asked) == sorted(word) else 0.0
    distance = _distance(asked, word)
    if distance == 1:
        return ONE_SLIP
    return TWO_SLIPS if distance == 2 and shorter >= _TWO_SLIPS_FROM else 0.0


@lru_cache(maxsize=8192)
def _distance(a: str, b: str) -> int:
    """Letters put in, left out, changed or swapped with the next to make one word the other."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        older, before, row = before, row, [i]
        for j, right in enumerate(b, start=1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                least = min(least, older[j - 2] + 1)
            row.append(least)
    return row[-1]
