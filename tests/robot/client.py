# SPDX-License-Identifier: EUPL-1.2
"""A program that speaks to the API and knows no service: it reads forms, actions and examples.

It works over any transport: Django's test client in one process, or a server over HTTP.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Any
Transport = Callable[[str, str, Json, Mapping[str, str]], tuple[int, Json]]
"""(method, address, body or None, headers) → (status, body)."""


class Astray(AssertionError):
    """The API answered what a program without knowledge of services cannot follow."""


@dataclass(frozen=True, slots=True)
class Key:
    """How to act: an officer's token for one position, or the applicant's tracking code."""

    name: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that was done: which way out of which step, by whose key."""

    service: str
    step: str
    way: str
    by: str


@dataclass(slots=True)
class Robot:
    """Walks one office. `tokens` are by position; `done` remembers every way it went."""

    send: Transport
    office: str
    tokens: Mapping[str, str]
    done: set[tuple[str, str, str]] = field(default_factory=set)
    seen: set[tuple[str, str, str]] = field(default_factory=set)
    moves: list[Move] = field(default_factory=list)
    ends: dict[str, set[str]] = field(default_factory=dict)
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    leads: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def get(self, address: str, key: Key | None = None) -> Json:
        """The body of a page that must be there."""
        status, body = self.send("GET", address, None, key.headers if key else {})
        if status != 200:
            raise Astray(f"GET {address}: {status} {body}")
        return body

    def services(self) -> list[str]:
        """The slugs of the office's services."""
        found = self.get(f"/api/v1/offices/{self.office}/services")
        return [service["slug"] for service in found]

    def officers(self) -> list[Key]:
        """One key per position."""
        return [
            Key(name, {"Authorization": f"Bearer {token}"}) for name, token in self.tokens.items()
        ]

    def file(self, service: str) -> tuple[str, Key]:
        """Open a case with the form's own example; its reference and the applicant's key."""
        form = self.get(f"/api/v1/offices/{self.office}/services/{service}/form")
        body = form["examples"][0]
        address = f"/api/v1/offices/{self.office}/services/{service}/cases"
        status, answer = self.send("POST", address, body, {})
        if status != 201:
            raise Astray(f"{service}: its own example is not accepted: {status} {answer}")
        code = Key("pemohon", {"X-Tracking-Code": answer["code"]})
        return answer["reference"], code

    def walk(self, service: str, most: int = 60) -> str:
        """One case from its form to its end, by ways not gone before where there are any."""
        reference, code = self.file(service)
        case = self.get(f"/api/v1/cases/{reference}", code)
        for _ in range(most):
            if case["ended"]:
                self.ends.setdefault(service, set()).add(case["state"])
                return str(case["state"])
            case = self._step(service, reference, code, case)
        raise Astray(f"{service}: no end after {most} steps, it stands at {case['state']}")

    def walk_everywhere(self, service: str, most: int = 60) -> int:
        """Cases until every way that was ever offered has been gone; how many it took."""
        for count in range(1, most + 1):
            self.walk(service)
            if not {way for way in self.seen - self.done if way[0] == service}:
                return count
        raise Astray(f"{service}: ways never gone: {sorted(self.seen - self.done)}")

    def _step(self, service: str, reference: str, code: Key, case: Json) -> Json:
        """Do one thing, by a way not gone before where there is one; the state that follows.

        The applicant reads her case at each state that is new to the robot.
        """
        action, key = self._whose(service, reference, code, case)
        ways = {_way(example): example for example in action["schema"]["examples"]}
        if not ways:
            raise Astray(f"{service}/{action['step']}: no accepted example")
        self.seen |= {(service, action["step"], way) for way in ways}
        way = self._choice(service, action["step"], list(ways))
        status, answer = self.send(action["method"], action["href"], ways[way], key.headers)
        if status != 200:
            raise Astray(f"{service}/{action['step']} [{way}]: {status} {answer}")
        self.done.add((service, action["step"], way))
        self.leads[(service, action["step"], way)] = str(answer["state"])
        self.moves.append(Move(service, action["step"], way, key.name))
        if answer["ended"] or (service, answer["state"]) in self.known:
            return {"waiting_for": [], **answer}
        return self.get(f"/api/v1/cases/{reference}", code)

    def _choice(self, service: str, step: str, ways: list[str]) -> str:
        """A way not gone before; else the one that leads soonest to such a way; else the first."""
        fresh = [way for way in ways if (service, step, way) not in self.done]
        if fresh:
            return fresh[0]
        wanted = {at for name, at, way in self.seen - self.done if name == service}
        routes = deque((way, self.leads[(service, step, way)]) for way in ways)
        met = {step}
        while routes:
            way, state = routes.popleft()
            if state in wanted:
                return way
            if state not in met:
                met.add(state)
                routes += [
                    (way, to)
                    for (name, at, _), to in self.leads.items()
                    if (name, at) == (service, state)
                ]
        return ways[0]

    def _whose(self, service: str, reference: str, code: Key, case: Json) -> tuple[Json, Key]:
        """The step's action and who may do it: its own doer first, then who may record it."""
        state = str(case["state"])
        recording: tuple[Json, Key] | None = None
        for key in self._likely(service, state, case["waiting_for"], code):
            action = self._step_action(reference, key)
            if action and not action.get("recorded_for"):
                self.known[(service, state)] = key.name
                return action, key
            recording = recording or (action and (action, key))
        if recording is None:
            raise Astray(f"{service}: nobody may go on with {reference} at {state}")
        return recording

    def _likely(
        self, service: str, state: str, waiting_for: list[Json], code: Key
    ) -> Iterator[Key]:
        """Everybody: whoever could last time first, then positions named like the role."""
        before = self.known.get((service, state))
        roles = {waiting["by"] for waiting in waiting_for}
        rank = lambda key: (key.name != before, key.name not in roles, key.name)  # noqa: E731
        yield from sorted([*self.officers(), code], key=rank)

    def _step_action(self, reference: str, key: Key) -> Json | None:
        actions = self.get(f"/api/v1/cases/{reference}", key)["actions"]
        return next((action for action in actions if action["step"]), None)


def _way(example: Mapping[str, Json]) -> str:
    """What tells one way out of a step from another: outcome, receiving role, facts."""
    facts = example.get("facts") or {}
    said = [f"{name}={'ya' if value else 'tidak'}" for name, value in sorted(facts.items())]
    role = example.get("role") or next(iter(example.get("roles") or ()), "")
    return " ".join([str(example.get("outcome") or ""), str(role), *said]).strip()
