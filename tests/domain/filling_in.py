# SPDX-License-Identifier: EUPL-1.2
"""Small forms and what is typed into them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from pendopo.domain.forms import Checked, Setting
from pendopo.domain.standard import Field, Group, Standard
from pendopo.domain.vocabulary import Kind, Verb
from tests.domain.desk import CALENDAR
from tests.domain.standards_for_tests import step

TODAY = date(2026, 11, 23)
VILLAGES = {"99.01.01.2001": "Sumberwangi", "99.01.01.2002": "Karangasri"}
SETTING = Setting(TODAY, "99.01.01", VILLAGES, CALENDAR.working_days_between)


def form(*fields: Field, groups: tuple[Group, ...] = ()) -> Standard:
    """A standard that is nothing but a form."""
    steps = (step("ajukan", "pemohon", Verb.SUBMIT, "selesai"),)
    return Standard("uji", Kind.LETTER, "Uji", (), fields, steps, groups=groups)


def troubles(checked: Checked) -> dict[str, str]:
    """The words of each trouble by its place."""
    return {t.where: t.text for t in checked.troubles}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
"""What a program might send in place of a value."""
