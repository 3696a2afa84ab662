# SPDX-License-Identifier: EUPL-1.2
"""Number templates: each office's own way of writing, and reading back what was written."""

from __future__ import annotations

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from pendopo.domain.identity import Problem
from pendopo.domain.numbering import NumberParts, NumberTemplate, Sisipan

PANDAAN = "{klas} / {urut:02}{sisipan} / {unit} / {tahun}"
KESAMBEN = "{klas}/{urut}/{unit}/{tahun}"
TEMPLATES = (
    PANDAAN,
    KESAMBEN,
    "{klas}/{urut:03}{sisipan:.a}/{unit}",
    "Reg. {urut}/{bulan_romawi}/{tahun}",
    "Reg. No. : {klas}/{urut}{sisipan:-1}/{unit}/{bulan:02}/{tahun}",
    "{urut}{sisipan:a}.{bulan}.{tahun}",
    "{tahun} {unit} {urut}",
    "{urut:05}",
)

codes = st.text("0123456789.-ABCXYZabc", min_size=1, max_size=12)
anything = st.builds(
    NumberParts,
    urut=st.integers(1, 999_999_999),
    sisipan=st.none() | st.integers(1, 9_999),
    klas=codes,
    unit=codes,
    bulan=st.integers(1, 12),
    tahun=st.integers(1000, 2999),
)
words = st.text("/-. aZ9", max_size=3)
others = st.lists(
    st.sampled_from(["{klas}", "{unit}", "{bulan}", "{bulan_romawi}", "{tahun}"]),
    max_size=3,
    unique=True,
)
urut = st.sampled_from(["{urut}", "{urut:02}", "{urut}{sisipan:.a}", "{urut}{sisipan:a}"])
tokens = st.tuples(others, urut).flatmap(lambda chosen: st.permutations([*chosen[0], chosen[1]]))


def template(text: str) -> NumberTemplate:
    made = NumberTemplate.parse(text)
    assert isinstance(made, NumberTemplate), made
    return made


def written_by(form: NumberTemplate, parts: NumberParts) -> NumberParts:
    """The parts without those that this template does not write."""
    month = form.tokens & {"bulan", "bulan_romawi"}
    return NumberParts(
        parts.urut,
        parts.sisipan,
        klas=parts.klas if "klas" in form.tokens else None,
        unit=parts.unit if "unit" in form.tokens else None,
        bulan=parts.bulan if month else None,
        tahun=parts.tahun if "tahun" in form.tokens else None,
    )


@pytest.mark.parametrize(
    ("text", "parts", "written"),
    [
        (PANDAAN, NumberParts(6, 2, "065", "424.311", tahun=2023), "065 / 06.2 / 424.311 / 2023"),
        (PANDAAN, NumberParts(6, None, "065", "424.311", tahun=2023), "065 / 06 / 424.311 / 2023"),
        (KESAMBEN, NumberParts(24, None, "188", "415.56", tahun=2024), "188/24/415.56/2024"),
        (KESAMBEN, NumberParts(24, 1, "188", "415.56", tahun=2024), "188/24.1/415.56/2024"),
        (
            "{klas}/{urut:03}/{unit}/{tahun}",
            NumberParts(45, None, "400.12.3.2", "424.311", tahun=2026),
            "400.12.3.2/045/424.311/2026",
        ),
        (
            "Reg. {urut}/{bulan_romawi}/{tahun}",
            NumberParts(112, bulan=11, tahun=2026),
            "Reg. 112/XI/2026",
        ),
        ("{klas}/{urut}/{unit}", NumberParts(15, None, "000.8.3.3", "OR"), "000.8.3.3/15/OR"),
        ("{urut:03}{sisipan:.a}/{bulan:02}", NumberParts(12, 1, bulan=3), "012.a/03"),
        ("{urut}{sisipan:a}", NumberParts(12, 28), "12ab"),
        ("{urut:02}", NumberParts(1_234), "1234"),
        ("Nomor {urut}.1a", NumberParts(45, 1), "Nomor 45.1.1a"),
    ],
)
def test_a_number_is_written_and_read_as_the_book_wants_it(
    text: str, parts: NumberParts, written: str
) -> None:
    form = template(text)
    assert form.render(parts) == written
    assert form.parse_number(written) == parts


@given(st.sampled_from(TEMPLATES), anything)
def test_what_a_template_writes_it_reads_back(text: str, parts: NumberParts) -> None:
    form = template(text)
    assert form.parse_number(form.render(parts)) == written_by(form, parts)


@given(tokens, st.lists(words, min_size=5, max_size=5), anything)
def test_no_template_gets_through_whose_numbers_could_be_misread(
    chosen: list[str], between: list[str], parts: NumberParts
) -> None:
    text = "".join(gap + token for gap, token in zip(between, chosen, strict=False)) + between[-1]
    form = NumberTemplate.parse(text)
    if isinstance(form, NumberTemplate):
        event("got through")
        assert form.parse_number(form.render(parts)) == written_by(form, parts)


@pytest.mark.parametrize("typed", ["065/06.2/424.311/2023", " 065 /6.2/ 424.311 /  2023 "])
def test_spaces_around_separators_may_be_typed_otherwise(typed: str) -> None:
    assert template(PANDAAN).parse_number(typed) == NumberParts(6, 2, "065", "424.311", tahun=2023)


def test_a_number_says_whether_it_was_inserted() -> None:
    assert NumberParts(6, 2).inserted == Sisipan(after=6, ordinal=2)
    assert NumberParts(6).inserted is None


def test_room_is_left_for_a_number_written_by_hand() -> None:
    line = template(KESAMBEN).render_blank(klas="400.9", unit="424.311", tahun=2026)
    assert line == "400.9/……/424.311/2026"


def test_a_template_tells_which_parts_it_needs() -> None:
    assert template(KESAMBEN).tokens == {"klas", "urut", "sisipan", "unit", "tahun"}
    with pytest.raises(ValueError, match=r"needs \{unit\}"):
        template(KESAMBEN).render(NumberParts(1, None, "188", tahun=2024))


@pytest.mark.parametrize(
    ("text", "said", "position"),
    [
        ("", "belum memuat {urut}", None),
        ("{klas}/{unit}/{tahun}", "belum memuat {urut}", None),
        ("{klas}/{urut}/{tahn}", "'{tahn}' pada karakter ke-15 tidak dikenal", 15),
        ("{klas}/{urut}/{tahn}", "Mungkin maksudnya {tahun}", 15),
        ("{urut}/{}", "'{}' pada karakter ke-8 tidak dikenal", 8),
        ("{urut}/{tahun", "'{' pada karakter ke-8 tidak berpasangan", 8),
        ("urut}/{tahun}", "'}' pada karakter ke-5 tidak berpasangan", 5),
        ("{urut:3}", "Bentuk '{urut:3}' pada karakter ke-1", 1),
        ("{urut}/{tahun:02}", "Bentuk '{tahun:02}' pada karakter ke-8", 8),
        ("{urut}{sisipan:1}", "Bentuk '{sisipan:1}' pada karakter ke-7", 7),
        ("{urut}/{unit}/{urut}", "'{urut}' pada karakter ke-15 mengulang", 15),
        ("{urut}/{bulan}/{bulan_romawi}", "'{bulan_romawi}' pada karakter ke-16 mengulang", 16),
        ("{urut}{tahun}", "Sebelum {tahun} pada karakter ke-7 belum ada pemisah", 7),
        ("{urut}/{sisipan}", "{sisipan} pada karakter ke-8 harus tepat setelah {urut}", 8),
        ("{sisipan}/{urut}", "{sisipan} pada karakter ke-1 harus tepat setelah {urut}", 1),
        ("{klas}.{urut}", "Pemisah '.' setelah {klas} pada karakter ke-1", 1),
        ("{urut}.{tahun}", "ganti tanda sisipannya, misalnya {sisipan:-1}", 1),
        ("{klas} - {urut}", "Pemisah ' - ' setelah {klas}", 1),
        ("{urut}{sisipan:a}no{tahun}", "Pemisah 'no' setelah {urut}", 7),
        ("{bulan_romawi}V{urut}", "Pemisah 'V' setelah {bulan_romawi}", 1),
    ],
)
def test_a_template_that_cannot_work_says_where_and_how_to_mend(
    text: str, said: str, position: int | None
) -> None:
    problem = NumberTemplate.parse(text)
    assert isinstance(problem, Problem)
    assert said in problem.message
    assert problem.position == position


def test_the_mend_for_a_disputed_dot_works() -> None:
    form = template("{urut}{sisipan:-1}.{tahun}")
    assert form.parse_number("45-2.2026") == NumberParts(45, 2, tahun=2026)
    assert form.parse_number("45.2026") == NumberParts(45, tahun=2026)


@pytest.mark.parametrize(
    ("text", "typed", "said", "position"),
    [
        (KESAMBEN, "188/24/415.56", "mulai karakter ke-14", 14),
        (KESAMBEN, "188/dua/415.56/2024", "mulai karakter ke-5", 5),
        (KESAMBEN, "188/24/415.56/0024", "mulai karakter ke-15", 15),
        (KESAMBEN, "", "Contohnya 400.9/45/424.311/2026", 1),
        (KESAMBEN, "188/0/415.56/2024", "tidak mungkin 0", 5),
        (PANDAAN, "065 / 06.0 / 424.311 / 2023", "tidak mungkin 0", 10),
        ("Reg. {urut}/{bulan_romawi}/{tahun}", "Reg. 12/IIII/2026", "mulai karakter ke-12", 12),
        ("{urut}/{bulan}", "12/13", "mulai karakter ke-5", 5),
    ],
)
def test_a_number_of_another_form_is_answered_with_the_place(
    text: str, typed: str, said: str, position: int
) -> None:
    problem = template(text).parse_number(typed)
    assert isinstance(problem, Problem)
    assert said in problem.message
    assert problem.position == position


@given(st.sampled_from(TEMPLATES), st.text("0123456789/. -IVXReg", max_size=30))
def test_any_text_is_either_read_or_answered(text: str, typed: str) -> None:
    assert isinstance(template(text).parse_number(typed), NumberParts | Problem)


@pytest.mark.parametrize(
    "wrong",
    [
        {"urut": 0},
        {"urut": 1, "sisipan": 0},
        {"urut": 1, "bulan": 13},
        {"urut": 1, "tahun": 26},
        {"urut": 1, "klas": "400/9"},
        {"urut": 1, "unit": ""},
    ],
)
def test_parts_that_no_number_can_hold_are_the_callers_mistake(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no number"):
        NumberParts(**wrong)  # type: ignore[arg-type]
