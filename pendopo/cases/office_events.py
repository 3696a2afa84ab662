# SPDX-License-Identifier: EUPL-1.2
"""What can happen beside a case: on the streams of the office, of a book and of a bundle.

Declared as the events of a case are in `pendopo.domain.events`: `data` holds no personal value.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pendopo.domain.events import Event, EventSpec

WALKED_AWAY = "visit.walked-away"
LEFT = "presence.left"
RETURNED = "presence.returned"
ERASED = "case.erased"
NOTICED = "case.noticed"
SETTING_CHANGED = "setting.changed"
INSERTED = "number.inserted"
CANCELLED = "number.cancelled"
FOLDER_SENT = "folder.sent"
FOLDER_RETURNED = "folder.returned"
CARRIED_ON = "number.carried-on"
WRITTEN = "line.written"
SET_ASIDE = "line.set-aside"
FILLED = "line.filled"
MENDED = "line.corrected"
DELIVERED = "line.delivered"
LINE_ERASED = "line.erased"
DISPOSED = "disposition.given"
NOTED = "disposition.noted"
FINISHED = "disposition.done"
BUNDLE_OPENED = "bundle.opened"
BUNDLE_HANDED_OVER = "bundle.handed-over"

_LINE = frozenset({"book", "year", "line", "number"})
_SAYS = frozenset({"content"})

STREAM_EVENTS: Mapping[str, Mapping[str, EventSpec]] = MappingProxyType(
    {
        "office": MappingProxyType(
            {
                WALKED_AWAY: EventSpec(
                    "Datang, belum lengkap, pulang",
                    frozenset({"service", "lacks", "told_by", "village"}),
                    frozenset({"remarks"}),
                ),
                LEFT: EventSpec("Tidak di tempat", frozenset({"position", "officer"})),
                RETURNED: EventSpec("Kembali di tempat", frozenset({"position", "officer"})),
                ERASED: EventSpec(
                    "Data pribadi berkas dihapus",
                    frozenset({"reference"}),
                    frozenset({"reasons"}),
                ),
                NOTICED: EventSpec(
                    "Pemohon diberi tahu bahwa berkas akan ditutup",
                    frozenset({"reference", "way"}),
                ),
                SETTING_CHANGED: EventSpec(
                    "Pengaturan kantor diubah",
                    frozenset({"what", "row", "fields"}),
                    frozenset({"before", "after"}),
                ),
                FOLDER_SENT: EventSpec(
                    "Map dikirim untuk ditandatangani",
                    frozenset({"number", "position", "references"}),
                ),
                FOLDER_RETURNED: EventSpec(
                    "Map kembali",
                    frozenset({"number", "position", "results"}),
                ),
            }
        ),
        "book": MappingProxyType(
            {
                INSERTED: EventSpec(
                    "Nomor disisipkan", _LINE | {"approved_by"}, _SAYS | {"reasons"}
                ),
                CANCELLED: EventSpec(
                    "Nomor dibatalkan", _LINE | {"approved_by"}, frozenset({"reasons"})
                ),
                CARRIED_ON: EventSpec(
                    "Nomor dilanjutkan dari buku lama", frozenset({"book", "year", "from", "upto"})
                ),
                WRITTEN: EventSpec("Dicatat tanpa berkas", _LINE | {"reference"}, _SAYS),
                SET_ASIDE: EventSpec("Nomor dipesan tanpa berkas", _LINE, _SAYS),
                FILLED: EventSpec("Nomor pesanan dicatat", _LINE, _SAYS),
                MENDED: EventSpec("Baris dibetulkan", _LINE | {"changed"}, _SAYS | {"reasons"}),
                DELIVERED: EventSpec("Diterima yang dituju", _LINE, _SAYS),
                LINE_ERASED: EventSpec("Isi baris dihapus", _LINE, frozenset({"reasons"})),
                DISPOSED: EventSpec(
                    "Didisposisi",
                    _LINE | {"positions", "position", "recorded_for"},
                    frozenset({"instruction", "wishes"}),
                ),
                NOTED: EventSpec("Disposisi diketahui", _LINE | {"position"}),
                FINISHED: EventSpec(
                    "Disposisi selesai", _LINE | {"position"}, frozenset({"result"})
                ),
            }
        ),
        "bundle": MappingProxyType(
            {
                BUNDLE_OPENED: EventSpec("Bundel diterima", frozenset({"code"})),
                BUNDLE_HANDED_OVER: EventSpec(
                    "Bundel diserahkan", frozenset({"code", "references"})
                ),
            }
        ),
    }
)
"""Kind of stream → every event that it may hold, with the fields that the event may carry."""


def declared(stream: str, event: Event) -> Event:
    """The same event. Raises ValueError when it is not one of this stream, or says too much."""
    spec = STREAM_EVENTS[stream].get(event.name)
    if spec is None:
        raise ValueError(f"{event.name} is not an event of a stream of kind {stream}")
    strange = (set(event.data) - spec.data) | (set(event.private) - spec.private)
    if strange:
        raise ValueError(f"{event.name} does not declare {', '.join(sorted(strange))}")
    return event
