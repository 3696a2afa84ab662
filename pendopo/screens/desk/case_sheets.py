# SPDX-License-Identifier: EUPL-1.2
"""The list of cases as it is seen, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.offices.models import Office
from pendopo.papers.tables import Column, Kind, Spreadsheet
from pendopo.screens.desk.case_rows import CaseRow

_BY = 500
"""So many keys at most in one question to the database."""


def case_sheet(office: Office, rows: Sequence[CaseRow], seen_through: Sequence[str]) -> Spreadsheet:
    """Every row of a list, under it through what it was seen. One query for each 500 rows."""
    late = entered_later(office.code, rows)
    return Spreadsheet(
        name=_("Berkas"),
        title=_("Daftar berkas"),
        under=(office.name, *seen_through),
        columns=(
            Column(_("No"), Kind.NUMBER, 6),
            Column(_("Berkas"), width=13),
            Column(_("Masuk"), Kind.MOMENT),
            Column(_("Nama"), width=28),
            Column(_("Layanan"), width=32),
            Column(_("Desa/kelurahan"), width=18),
            Column(_("Nomor"), width=24),
            Column(_("Keadaan"), width=36),
            Column(_("Jatuh tempo"), Kind.MOMENT),
            Column(_("Berakhir"), Kind.MOMENT),
            Column(_("Dicatat kemudian"), width=12),
        ),
        rows=tuple(
            (
                number,
                one.ref,
                one.filed_at,
                _("dirahasiakan") if one.kept_back else one.applicant,
                one.service,
                one.village,
                "; ".join(one.numbers),
                one.standing,
                one.due_at,
                one.ended_at,
                _("ya") if str(one.id) in late else "",
            )
            for number, one in enumerate(rows, start=1)
        ),
        made_on=office.today.isoformat(),
    )


def entered_later(office: str, rows: Sequence[CaseRow]) -> frozenset[str]:
    """The keys of those cases of which something was entered well after it happened."""
    keys = [str(one.id) for one in rows]
    late = models.Event.objects.filter(office_id=office, stream="case", late=True)
    found: set[str] = set()
    for start in range(0, len(keys), _BY):
        part = late.filter(stream_key__in=keys[start : start + _BY])
        found.update(part.values_list("stream_key", flat=True))
    return frozenset(found)
