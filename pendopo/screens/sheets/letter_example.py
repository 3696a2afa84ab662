# SPDX-License-Identifier: EUPL-1.2
"""A letter about nobody, to look at an office's letterhead and paper before they hold."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.utils.translation import gettext as _

from pendopo.cases.composing.look import Look
from pendopo.domain.numbering import BLANK
from pendopo.domain.wording import format_date
from pendopo.offices.arms import Arms
from pendopo.offices.models import Office
from pendopo.offices.stationery import OfficeStationery
from pendopo.papers.values import Dated, Letter, Mark, Paragraph, Particulars, Signature

_BODY = (
    Paragraph("Yang bertanda tangan di bawah ini menerangkan bahwa:"),
    Particulars(
        (
            ("Nama", "NAMA REKAAN"),
            ("Tempat, tanggal lahir", "Rejowangi, 12 Maret 1985"),
            ("Alamat", "Jalan Contoh No. 1 RT 01 RW 02"),
        )
    ),
    Paragraph(
        "Surat ini hanya contoh untuk melihat kop, kertas, jenis huruf dan tata letak. "
        "Orang dan nomornya rekaan, dan tidak berlaku untuk keperluan apa pun."
    ),
    Paragraph("Demikian untuk dipergunakan sebagaimana mestinya."),
)


def letter_example(office: Office, stationery: OfficeStationery, arms: Arms) -> Letter:
    """The letter on this paper, with this picture above it; it says that it is an example."""
    look = Look(office, stationery, arms, office.today)
    mark = Mark(settings.PENDOPO_URL, _("Contoh")) if stationery.qr else None
    return Letter(
        common=replace(look.common("Contoh", mark=mark), example=True),
        heading="SURAT KETERANGAN",
        number=f"470 / {'12' if stationery.reserves else BLANK} / {office.unit_code} / "
        f"{office.today.year}",
        body=_BODY,
        dated=Dated(office.seat, format_date(office.today)),
        signatures=(Signature(("CAMAT",), "NAMA PEJABAT", "Pangkat", "00000000 000000 0 000"),),
    )
