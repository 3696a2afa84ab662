# SPDX-License-Identifier: EUPL-1.2
"""What every answer carries: policy, language; and what no upload may exceed."""

from io import BytesIO

import pytest
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import translation
from pytest_django import Settings

from pendopo.base.csp import content_security_policy
from pendopo.base.language import language_by_choice

factory = RequestFactory()


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse(translation.get_language())


def test_the_policy_allows_our_own_scripts_and_styles_and_nothing_unsafe() -> None:
    policy = content_security_policy(plain)(factory.get("/")).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "unsafe" not in policy
    assert "*" not in policy


def test_a_view_may_set_a_policy_of_its_own() -> None:
    own = {"Content-Security-Policy": "sandbox"}
    answer = content_security_policy(lambda _: HttpResponse(headers=own))(factory.get("/"))
    assert answer.headers["Content-Security-Policy"] == "sandbox"


def test_an_english_browser_is_answered_in_indonesian() -> None:
    answer = language_by_choice(plain)(factory.get("/", headers={"accept-language": "en"}))
    assert isinstance(answer, HttpResponse)
    assert answer.content == b"id"
    assert answer.headers["Content-Language"] == "id"
    assert "Cookie" in answer.headers["Vary"]


@pytest.mark.parametrize(("cookie", "language"), [("en", b"en"), ("id", b"id"), ("xx", b"id")])
def test_a_cookie_chooses_among_the_languages_there_are(cookie: str, language: bytes) -> None:
    request = factory.get("/")
    request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = cookie
    answer = language_by_choice(plain)(request)
    assert isinstance(answer, HttpResponse)
    assert answer.content == language


def upload(*sizes: int) -> HttpRequest:
    files = {f"f{n}": SimpleUploadedFile(f"{n}.pdf", b"x" * size) for n, size in enumerate(sizes)}
    return factory.post("/", files)


def test_each_file_may_be_as_big_as_the_cap(settings: Settings) -> None:
    settings.PENDOPO_UPLOAD_MAX = 100_000
    files = upload(100_000, 99_999).FILES
    assert [file.size for file in files.values()] == [100_000, 99_999]


def test_a_bigger_file_stops_the_request(settings: Settings) -> None:
    settings.PENDOPO_UPLOAD_MAX = 100_000
    with pytest.raises(RequestDataTooBig, match="Berkas yang diunggah"):
        len(upload(10, 100_001).FILES)


def test_an_uploaded_file_keeps_its_bytes() -> None:
    (file,) = upload(3_000_000).FILES.values()
    assert BytesIO(file.read()).getvalue() == b"x" * 3_000_000
