# SPDX-License-Identifier: EUPL-1.2
"""The way a case goes as a drawing: a lane for each who does something, the steps downwards.

There are two of each: a narrow one for a telephone, where the lanes are thin and the words stand
beside them, and a wide one, where the words stand in their lanes. Both are made of the same
sentences as the list beneath them, and say nothing that the list does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pendopo.portal.journey import Journey, Leg
from pendopo.portal.letters import lines

DEED, TURN, END, LANE = "deed", "turn", "end", "lane"
SIZES: Mapping[str, tuple[int, int]] = {
    DEED: (14, 18),
    TURN: (13, 17),
    END: (13, 17),
    LANE: (13, 17),
}
"""Kind of text → its size and the height of its line, in units of the drawing."""
LARGE: Mapping[str, tuple[int, int]] = {
    DEED: (18, 23),
    TURN: (17, 22),
    END: (17, 22),
    LANE: (17, 22),
}
"""The same in large print; the style sheet sets the same sizes."""

ONWARD, BACK, AHEAD = "onward", "back", "ahead"
NO_BREAK = "\N{NO-BREAK SPACE}"
BADGE = 11
"""Half of a badge."""
NARROW, WIDE = 320, 752
"""How wide the drawings are."""
_ROUND = 6
_GUTTER = 9
"""Between two lines that run beside each other."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `y` is where its letters stand. `outside`: a lane outside the office.

    `own`: in the words of the standard, which are Indonesian whatever the page is.
    """

    kind: str
    x: int
    y: int
    text: str
    own: bool
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A lane from top to bottom; `lead` is where the line down from its name begins."""

    x: int
    y: int
    width: int
    height: int
    lead: int
    outside: bool

    @property
    def middle(self) -> int:
        """The line in its middle."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Node:
    """A step: its frame, and the middle of the badge that bears its number.

    `forks`: it has more than one way out; `ends`: it has none that goes on.
    """

    number: int
    x: int
    y: int
    width: int
    height: int
    badge_x: int
    badge_y: int
    outside: bool
    forks: bool
    ends: bool

    @property
    def middle(self) -> int:
        """Halfway across."""
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.y + self.height

    @property
    def diamond(self) -> str:
        """The badge of a step that forks."""
        return f"M{self.badge_x} {self.badge_y - BADGE - 3}l14 14-14 14-14-14z"


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from step to step, with its head at the end unless it joins another line."""

    kind: str
    path: str
    head: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn, in units of about a pixel."""

    width: int
    height: int
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand. `boxed`: the words stand in frames in their lanes."""

    width: int
    boxed: bool
    lane: int
    left: int
    right: int
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=lambda: SIZES)

    def text_left(self, place: int, lanes: int) -> int:
        """Where the words of a step in that lane begin."""
        if self.boxed:
            return self.left + place * self.lane + 18
        return self.left + lanes * self.lane + self.right + 8

    def text_width(self, lanes: int) -> int:
        """How wide they may run."""
        return self.lane - 34 if self.boxed else self.width - self.text_left(0, lanes)


def narrow(way: Journey, *, large: bool = False) -> Drawing:
    """For a telephone of 360 pixels: thin lanes, the words beside them."""
    lanes, tracks = _lanes(way.legs), _tracks(way.legs)
    lane = 27 if len(lanes) <= 4 else max(22, 27 - len(lanes))
    left, right = _gutters(tracks)
    return _drawn(
        way.legs,
        lanes,
        tracks,
        _Layout(NARROW, False, lane, left, right, LARGE if large else SIZES),
    )


def wide(way: Journey) -> Drawing:
    """For a wide window: the words of a step stand in a frame in its lane."""
    lanes, tracks = _lanes(way.legs), _tracks(way.legs)
    left, right = _gutters(tracks)
    lane = min(WIDE // 2, (WIDE - left - right) // len(lanes))
    return _drawn(way.legs, lanes, tracks, _Layout(WIDE, True, lane, left, right))


def _lanes(legs: Iterable[Leg]) -> dict[str, bool]:
    """Who does something, in the order of the steps; whether they are outside the office."""
    return {leg.who: leg.outside for leg in legs}


# Lines that run beside the lanes


@dataclass(frozen=True, slots=True)
class _Track:
    """The lines that lead to one step from further off; `level` counts from the lanes outwards."""

    to: int
    sources: tuple[int, ...]
    level: int

    @property
    def back(self) -> bool:
        """Whether it leads back, so that it runs to the left of the lanes."""
        return self.sources[0] >= self.to


def _tracks(legs: Sequence[Leg]) -> tuple[_Track, ...]:
    """One for each step that is led to, back or ahead; those that overlap beside each other."""
    ends: dict[tuple[bool, int], list[int]] = {}
    for leg in legs:
        for turn in leg.turns:
            if turn.to:
                sources = ends.setdefault((turn.to <= leg.number, turn.to), [])
                if leg.number not in sources:
                    sources.append(leg.number)
    ordered = sorted(ends.items(), key=lambda one: _length(one[0][1], one[1]))
    placed: list[_Track] = []
    for (back, to), sources in ordered:
        beside = {one.level for one in placed if one.back is back and _meet(one, to, sources)}
        level = next(n for n in range(len(placed) + 1) if n not in beside)
        placed.append(_Track(to, tuple(sources), level))
    return tuple(placed)


def _length(to: int, sources: Sequence[int]) -> int:
    return max(abs(source - to) for source in sources)


def _meet(one: _Track, to: int, sources: Sequence[int]) -> bool:
    first, last = min(to, *sources), max(to, *sources)
    return first <= max(one.to, *one.sources) and min(one.to, *one.sources) <= last


def _gutters(tracks: Iterable[_Track]) -> tuple[int, int]:
    """The room to the left and to the right of the lanes."""
    levels = {True: 0, False: 0}
    for one in tracks:
        levels[one.back] = max(levels[one.back], one.level + 1)
    left, right = (levels[side] * _GUTTER + 6 if levels[side] else 1 for side in (True, False))
    return left, right


# Putting it together


def _drawn(
    legs: Sequence[Leg], lanes: Mapping[str, bool], tracks: Sequence[_Track], layout: _Layout
) -> Drawing:
    names, top = _names(lanes, layout)
    nodes: list[Node] = []
    texts: list[Line] = []
    y = top
    for leg in legs:
        place = list(lanes).index(leg.who)
        node, spoken, y = _step(leg, place, len(lanes), y, layout)
        nodes.append(node)
        texts += spoken
    height = y + 4
    bands = tuple(_bands(lanes, names, top, height, layout))
    arrows = (*_onward(legs, nodes), *_beside(nodes, tracks, bands))
    return Drawing(layout.width, height, bands, (*names, *texts), tuple(nodes), arrows)


def _names(lanes: Mapping[str, bool], layout: _Layout) -> tuple[tuple[Line, ...], int]:
    """The names of the lanes, and where the steps begin beneath them.

    In a narrow drawing each name has a row of its own and a line down to its lane.
    """
    size, height = layout.sizes[LANE]
    found: list[Line] = []
    y, lowest = 0, 0
    for n, (who, outside) in enumerate(lanes.items()):
        x = layout.left + n * layout.lane + (10 if layout.boxed else layout.lane // 2 - 5)
        most = layout.lane - 16 if layout.boxed else layout.width - x
        y = 6 if layout.boxed else y
        for text in lines(who, most, size):
            y += height
            found.append(Line(LANE, x, y - 4, text, True, outside))
        lowest = max(lowest, y)
    return tuple(found), lowest + (16 if layout.boxed else 22)


def _bands(
    lanes: Mapping[str, bool],
    names: Sequence[Line],
    top: int,
    height: int,
    layout: _Layout,
) -> Iterator[Band]:
    start = 0 if layout.boxed else top - 10
    for n, outside in enumerate(lanes.values()):
        x = layout.left + n * layout.lane
        near = [one.y for one in names if x <= one.x < x + layout.lane]
        yield Band(x + 1, start, layout.lane - 2, height - start, max(near) + 5, outside)


def _step(
    leg: Leg, place: int, lanes: int, y: int, layout: _Layout
) -> tuple[Node, tuple[Line, ...], int]:
    """A step with its words, and where the next one begins."""
    left = layout.left + place * layout.lane
    down = y + (14 if layout.boxed else 4)
    x = layout.text_left(place, lanes)
    spoken, end = _words(leg, x, down, lanes, layout)
    if layout.boxed:
        frame = (left + 8, y, layout.lane - 16, end + 8 - y, left + 26, y)
        below = end + 8 + 34
    else:
        middle, across = y + 13, left + layout.lane // 2
        frame = (across - BADGE, middle - BADGE, 2 * BADGE, 2 * BADGE, across, middle)
        below = max(end + 16, y + 48)
    forks = len(leg.turns) + leg.onward > 1
    ends = not leg.onward and not any(turn.to for turn in leg.turns)
    return Node(leg.number, *frame, leg.outside, forks, ends), spoken, below


def _words(leg: Leg, x: int, y: int, lanes: int, layout: _Layout) -> tuple[tuple[Line, ...], int]:
    found: list[Line] = []
    most = layout.text_width(lanes)
    for kind, text, own in _said(leg):
        size, height = layout.sizes[kind]
        for one in lines(text, most, size):
            y += height
            found.append(Line(kind, x, y - 4, one, own))
        y += 2
    return tuple(found), y


def _said(leg: Leg) -> Iterator[tuple[str, str, bool]]:
    """What stands at a step: the deed, and `tidak lengkap → 1` or how it ends."""
    yield DEED, leg.deed, leg.own
    for turn in leg.turns:
        if turn.to:
            yield TURN, f"{turn.outcome} →{NO_BREAK}{turn.to}".strip(), turn.own
        else:
            yield END, f"{turn.outcome}: {turn.then}" if turn.outcome else turn.then, turn.own


def _onward(legs: Sequence[Leg], nodes: Sequence[Node]) -> Iterator[Arrow]:
    for leg, node, after in zip(legs, nodes, nodes[1:], strict=False):
        if leg.onward:
            yield Arrow(ONWARD, _down(node, after))


def _down(node: Node, after: Node) -> str:
    """Straight down, or down, across and down with round corners."""
    x, to = node.middle, after.middle
    start, end = node.bottom, after.y - 2
    if abs(x - to) < 1:
        return f"M{x} {start}V{end}"
    turn, side = end - 10, _ROUND if to > x else -_ROUND
    return (
        f"M{x} {start}V{turn - _ROUND}q0 {_ROUND} {side} {_ROUND}H{to - side}"
        f"q{side} 0 {side} {_ROUND}V{end}"
    )


def _beside(
    nodes: Sequence[Node], tracks: Iterable[_Track], bands: Sequence[Band]
) -> Iterator[Arrow]:
    """Back on the left, ahead on the right; one line for all that lead to the same step."""
    edges = (bands[0].x, bands[-1].x + bands[-1].width)
    for track in tracks:
        away = -1 if track.back else 1
        x = edges[0 if track.back else 1] + away * (5 + track.level * _GUTTER)
        target = nodes[track.to - 1]
        for n, source in enumerate(sorted(track.sources, key=lambda one: -abs(one - track.to))):
            path = _around(nodes[source - 1], target, x, away)
            yield Arrow(BACK if track.back else AHEAD, path, head=n == 0)


def _around(node: Node, target: Node, x: int, away: int) -> str:
    """Out of the side, along, and in at the side again; out below the middle, in above it."""
    start = (node.x if away < 0 else node.x + node.width, _height_out(node))
    end = (target.x - 2 if away < 0 else target.x + target.width + 2, _height_in(target))
    up = -1 if end[1] < start[1] else 1
    corner = away * _ROUND
    return (
        f"M{start[0]} {start[1]}H{x - corner}q{corner} 0 {corner} {up * _ROUND}"
        f"V{end[1] - up * _ROUND}q0 {up * _ROUND} {-corner} {up * _ROUND}H{end[0]}"
    )


def _height_out(node: Node) -> int:
    return node.badge_y + (5 if node.height == 2 * BADGE else 24)


def _height_in(node: Node) -> int:
    return node.badge_y - 5 if node.height == 2 * BADGE else node.badge_y + 16
