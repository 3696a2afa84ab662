# SPDX-License-Identifier: EUPL-1.2
"""The 14 components of PermenPANRB 15/2014: which of them a decree prints."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pendopo.domain.vocabulary import Source
from pendopo.standards.schema import COMPONENTS, Service

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "requirements": "Persyaratan",
        "procedure": "Sistem, mekanisme dan prosedur",
        "duration": "Jangka waktu pelayanan",
        "fee": "Biaya/tarif",
        "product": "Produk pelayanan",
        "complaint_channels": "Penanganan pengaduan, saran dan masukan",
        "legal_basis": "Dasar hukum",
        "facilities": "Sarana, prasarana dan fasilitas",
        "competence": "Kompetensi pelaksana",
        "staffing": "Jumlah pelaksana",
        "internal_supervision": "Pengawasan internal",
        "service_guarantee": "Jaminan pelayanan",
        "safety_guarantee": "Jaminan keamanan dan keselamatan pelayanan",
        "evaluation": "Evaluasi kinerja pelaksana",
    }
)
"""What each component is called in a decree."""


def is_printed(service: Service, component: str) -> bool:
    """Whether the decree itself has this component, be it in one line."""
    if component == "procedure":
        return bool(service.procedure.text)
    value = getattr(service, component)
    if isinstance(value, list):
        return any(_printed(item) for item in value)
    return value is not None and _printed(value)


def _printed(item: object) -> bool:
    """Items without a source of their own (staffing, a competence) are always the decree's."""
    source = getattr(item, "source", Source.PRINTED)
    return not isinstance(source, Source) or source is Source.PRINTED


def lacking(service: Service) -> tuple[str, ...]:
    """The titles of the components that the decree does not print."""
    return tuple(TITLES[name] for name in COMPONENTS if not is_printed(service, name))


def is_complete(service: Service) -> bool:
    """Whether all 14 are printed."""
    return not lacking(service)
