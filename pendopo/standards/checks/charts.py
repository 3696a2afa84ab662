# SPDX-License-Identifier: EUPL-1.2
"""Rules of the printed chart: its arrows, and whether it tells the same as the explanation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pendopo.standards.checks.names import unknown
from pendopo.standards.checks.rules import SERVICE, Finding, ServiceView
from pendopo.standards.problems import Severity

DEEDS = {
    "verifikasi": r"verifikasi|koreksi|periksa|analis",
    "paraf": r"paraf",
    "tanda tangan": r"tanda\s?tangan",
    "register": r"regis?ter|daftar",
    "stempel": r"s[e]?tempel|yetempel",
}
"""Deeds that chart and explanation should both tell, and how decrees write them."""


@SERVICE.add("panah-bagan", Severity.ERROR, "Panah bagan menghubungkan kotak yang ada.")
def arrows_join_nodes(view: ServiceView) -> Iterator[Finding]:
    chart = view.service.procedure.chart
    for n, arrow in enumerate(chart.arrows if chart else ()):
        for word, node in (("from", arrow.from_), ("to", arrow.to)):
            if chart and node not in chart.nodes:
                where = ("procedure", "chart", "arrows", n, word)
                yield view.at(where, *unknown("Kotak", node, chart.nodes))


@SERVICE.add("cabang-bagan", Severity.NOTE, "Kotak bercabang memberi label pada setiap jalannya.")
def branches_are_labelled(view: ServiceView) -> Iterator[Finding]:
    chart = view.service.procedure.chart
    leaving = Counter(arrow.from_ for arrow in chart.arrows) if chart else Counter()
    for n, arrow in enumerate(chart.arrows if chart else ()):
        where = ("procedure", "chart", "arrows", n)
        if leaving[arrow.from_] > 1 and not arrow.label:
            yield view.at(where, f"Jalan {arrow.from_} → {arrow.to} bercabang tanpa label.")
        if leaving[arrow.from_] == 1 and arrow.label:
            what = f"Label «{arrow.label}» ada pada jalan {arrow.from_} → {arrow.to}, tanpa cabang."
            yield view.at(where, what)


@SERVICE.add(
    "ujung-bagan", Severity.NOTE, "Setiap kotak bagan dapat dicapai; hanya yang terakhir buntu."
)
def nodes_are_connected(view: ServiceView) -> Iterator[Finding]:
    chart = view.service.procedure.chart
    if chart is None or not chart.arrows:
        return
    entered = {arrow.to for arrow in chart.arrows}
    left = {arrow.from_ for arrow in chart.arrows}
    first, last = next(iter(chart.nodes)), list(chart.nodes)[-1]
    for node, text in chart.nodes.items():
        where = ("procedure", "chart", "nodes", node)
        if node != first and node not in entered:
            yield view.at(where, f"Kotak {node} («{text}») tidak dicapai panah mana pun.")
        if node != last and node not in left:
            yield view.at(where, f"Kotak {node} («{text}») tidak punya jalan keluar.")


@SERVICE.add(
    "bagan-keterangan", Severity.NOTE, "Bagan dan keterangan menyebut perbuatan yang sama."
)
def chart_and_text_agree(view: ServiceView) -> Iterator[Finding]:
    procedure = view.service.procedure
    if procedure.chart is None or not procedure.text:
        return
    drawn, told = " ".join(procedure.chart.nodes.values()), " ".join(procedure.text)
    for deed, pattern in DEEDS.items():
        in_chart = bool(re.search(pattern, drawn, re.IGNORECASE))
        in_text = bool(re.search(pattern, told, re.IGNORECASE))
        if in_chart != in_text:
            place, other = ("bagan", "keterangan") if in_chart else ("keterangan", "bagan")
            what = f"«{deed}» hanya tercetak di {place}, tidak di {other}."
            yield view.at(("procedure", "chart"), what, key=True)


@SERVICE.add("kembali-bagan", Severity.NOTE, "Jalan kembali tercetak di bagan dan di keterangan.")
def returns_are_told_twice(view: ServiceView) -> Iterator[Finding]:
    procedure = view.service.procedure
    if procedure.chart is None or not procedure.text:
        return
    nodes = list(procedure.chart.nodes)
    drawn = any(
        nodes.index(arrow.to) <= nodes.index(arrow.from_)
        for arrow in procedure.chart.arrows
        if arrow.to in nodes and arrow.from_ in nodes
    )
    told = bool(re.search(r"kembali|tidak lengkap", " ".join(procedure.text), re.IGNORECASE))
    if drawn != told:
        place = "bagan" if drawn else "keterangan"
        what = f"Pengembalian berkas hanya tercetak di {place}."
        yield view.at(("procedure", "chart"), what, key=True)
