# SPDX-License-Identifier: EUPL-1.2
"""Random procedures that a checker of standards would let through.

Every step leads on to the next, so that each can be reached and comes to an end; beside that it
may go back, jump ahead or end early. Verbs, papers, books, asks and tables are drawn freely.
"""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from pendopo.domain.standard import (
    AUTHORISED_SIGNER,
    FORWARDED,
    Ask,
    Duration,
    Field,
    Group,
    Intake,
    Moment,
    Paper,
    Standard,
    Step,
    TableRow,
)
from pendopo.domain.vocabulary import Due, FieldType, Kind, PaperForm, Verb
from tests.domain.standards_for_tests import COUNTER, step

FIRST = "ajukan"
FIELDS = (
    Field("nama", "Nama", FieldType.NAME, required=True),
    Field("keperluan", "Keperluan", FieldType.TEXT),
    Field("uraian", "Uraian", FieldType.TEXT, required=True, letter_only=True),
    Field("nama-anak", "Nama anak", FieldType.NAME, group="anak", required=True),
)
GROUPS = (Group("anak", "Anak"),)
BOOKS = ("agenda", "register")
ENDS = ("selesai", "diserahkan", "ditolak", "dialihkan")


@st.composite
def standards(draw: st.DrawFn) -> Standard:
    """A standard of two to seven steps with up to two papers and four asks."""
    papers = tuple(draw(_papers(key)) for key in draw(st.sampled_from([(), ("a",), ("a", "b")])))
    keys = [FIRST, *(f"langkah-{n}" for n in range(1, draw(st.integers(2, 7))))]
    end = draw(st.sampled_from(ENDS[:2]))
    steps = [step(FIRST, "pemohon", Verb.SUBMIT, [*keys, end][1], via=COUNTER)]
    for number in range(1, len(keys)):
        steps.append(draw(_steps(number, [*keys, end], steps, papers)))
    return Standard(
        slug="acak",
        kind=Kind.LETTER,
        name="Layanan acak",
        asks=tuple(draw(_asks(key)) for key in draw(st.sampled_from(_ASK_KEYS))),
        fields=FIELDS,
        steps=tuple(steps),
        groups=GROUPS,
        papers=papers,
        duration=Duration("3 jam", 3, "hour", (Moment(keys[0]),), (Moment(keys[-1]),)),
        intake=Intake(*draw(st.tuples(st.booleans(), st.booleans()))),
    )


_ASK_KEYS = [(), ("ktp",), ("ktp", "foto"), ("ktp", "foto", "akta", "materai")]


@st.composite
def _asks(draw: st.DrawFn, key: str) -> Ask:
    return Ask(
        key,
        key.title(),
        due=draw(st.sampled_from(Due)),
        each=draw(st.sampled_from([None, None, "anak"])),
        if_needed=draw(st.booleans()),
        may_follow=draw(st.booleans()),
    )


@st.composite
def _papers(draw: st.DrawFn, key: str) -> Paper:
    forms = draw(st.lists(st.sampled_from(PaperForm), min_size=1, max_size=2, unique=True))
    book = draw(st.sampled_from([None, *BOOKS]))
    return Paper(key, key.upper(), tuple(forms), book=book, product=draw(st.booleans()))


@st.composite
def _steps(
    draw: st.DrawFn, number: int, keys: list[str], before: list[Step], papers: tuple[Paper, ...]
) -> Step:
    """The step at this place; `keys` end with the end of the case."""
    verb = draw(st.sampled_from(Verb))
    routed = any(s.do in (Verb.FORWARD, Verb.DISPOSE) for s in before)
    outside = verb is Verb.SUBMIT
    by = "pemohon" if outside else draw(st.sampled_from(_hands(verb, routed=routed)))
    named = draw(st.lists(st.sampled_from([p.key for p in papers]), unique=True)) if papers else []
    facts, table = draw(_tables()) if verb is Verb.VERIFY else ((), ())
    to = ("kasi", "camat") if verb in (Verb.FORWARD, Verb.DISPOSE) else ()
    return step(
        keys[number],
        by,
        verb,
        draw(_ways(verb, keys[number + 1], keys[:number], jumps=keys[number + 2 :])),
        papers=tuple(named),
        book=draw(st.sampled_from([None, None, *BOOKS])),
        via=COUNTER if by not in (COUNTER, FORWARDED) and verb is not Verb.VERIFY else None,
        to=to,
        facts=facts,
        table=table,
    )


def _hands(verb: Verb, *, routed: bool) -> list[str]:
    if verb is Verb.SIGN:
        return ["camat", AUTHORISED_SIGNER]
    return [COUNTER, COUNTER, "kasi", *([FORWARDED] if routed else ["pemohon"])]


@st.composite
def _ways(
    draw: st.DrawFn, verb: Verb, onward: str, back: list[str], jumps: list[str]
) -> str | dict[str, str]:
    """Where a step leads. Whoever routes has one way on, so that nobody is passed over."""
    returning = draw(st.sampled_from(back))
    if verb is Verb.VERIFY:
        return {"lengkap": onward, "tidak-lengkap": returning, "bukan-wewenang": "dialihkan"}
    if verb is Verb.SIGN:
        return {"ditandatangani": onward, "dikembalikan": returning}
    if verb in (Verb.FORWARD, Verb.DISPOSE, Verb.SUBMIT) or draw(st.booleans()):
        return onward
    ways = {"ya": onward, "kembali": returning}
    if draw(st.booleans()):
        ways["tolak"] = "ditolak"
    if jumps and draw(st.booleans()):
        ways["selesai-di-tempat"] = jumps[-1]
    return ways


@st.composite
def _tables(
    draw: st.DrawFn,
) -> tuple[tuple[tuple[str, str], ...], tuple[TableRow, ...]]:
    """No table, or one with every cell of one or two facts."""
    names = draw(st.sampled_from([(), ("benar",), ("benar", "baru")]))
    cells = product((True, False), repeat=len(names)) if names else ()
    outcomes = st.sampled_from(["lengkap", "tidak-lengkap", "bukan-wewenang"])
    says = st.sampled_from([(), ("Perbaiki dahulu.",)])
    rows = tuple(
        TableRow(tuple(zip(names, cell, strict=True)), draw(outcomes), draw(says)) for cell in cells
    )
    return tuple((name, f"Apakah {name}") for name in names), rows
