# SPDX-License-Identifier: EUPL-1.2
"""The robot meets the real offices through Django's test client."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from pendopo.offices.models import Office
from pendopo.offices.signins import demo_sign_ins
from tests.real_offices import real_offices
from tests.robot.client import Robot, Transport

__all__ = ["real_offices"]


@pytest.fixture
def transport(real_offices: None) -> Transport:
    """The API in this process: (method, address, body, headers) → (status, body)."""
    client = Client()

    def send(method: str, address: str, body: Any, headers: Mapping[str, str]) -> tuple[int, Any]:
        answer = client.generic(
            method,
            address,
            data=b"" if body is None else _json(body),
            content_type="application/json",
            headers=dict(headers),
        )
        return answer.status_code, answer.json()

    return send


def _json(body: Any) -> bytes:
    return json.dumps(body).encode()


def robot_for(office: str, transport: Transport) -> Robot:
    """A robot with one token per position of the office."""
    held = Office.objects.get(code=office)
    tokens = {one.position: one.token for one in demo_sign_ins(held)}
    return Robot(transport, office, tokens)
