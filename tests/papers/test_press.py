# SPDX-License-Identifier: EUPL-1.2
"""The process that sets papers: it may die, hang or be forked away from, and printing goes on."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pendopo.papers import press, printing, sheet
from pendopo.papers.press import CannotPrint, Job, Press
from tests.papers import forms, samples

JOB = Job(sheet.as_json(samples.LETTER), "pdf")


@pytest.fixture
def own() -> Iterator[Press]:
    """A press with a child of its own, which has set one paper."""
    made = Press()
    made.set(JOB)
    yield made
    made.stop()


def test_one_child_sets_many_papers(own: Press) -> None:
    first = own.pid
    assert own.set(JOB) == own.set(JOB)
    assert own.pid == first


def test_one_page_is_sent_and_the_others_are_kept_for_the_next_look(own: Press) -> None:
    job = Job(sheet.as_json(forms.register(60)), "png", ppi=40)
    first, second = own.set(job), own.set(replace(job, page=2))
    assert first.pages == second.pages > 2
    assert first.content and second.content and first.content != second.content
    beyond = own.set(replace(job, page=99))
    assert (beyond.content, beyond.pages) == (None, first.pages)
    other = own.set(Job(JOB.paper, "png", ppi=40))
    assert other.pages == 1
    assert own.set(job) == first


def test_a_child_that_was_killed_is_replaced(own: Press) -> None:
    before = own.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    assert (own.set(JOB).content or b"").startswith(b"%PDF")
    assert own.pid != before


def test_a_child_that_hangs_is_ended_and_the_next_paper_is_printed(own: Press) -> None:
    before = own.pid
    assert before is not None
    os.kill(before, signal.SIGSTOP)
    own.seconds = 0.3
    with pytest.raises(CannotPrint, match="terlalu lama"):
        own.set(JOB)
    own.seconds = 30
    assert (own.set(JOB).content or b"").startswith(b"%PDF")
    assert not Path(f"/proc/{before}").exists()


def test_a_paper_that_kills_the_child_is_told_and_tried_no_third_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: Press
) -> None:
    tally = tmp_path / "tally"
    program = tmp_path / "dies.py"
    program.write_text(f"open({str(tally)!r}, 'a').write('x')\n", encoding="utf-8")
    monkeypatch.setattr(press, "_PROGRAM", program)
    before = own.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    with pytest.raises(CannotPrint, match="Beri tahu operator"):
        own.set(JOB)
    assert tally.read_text(encoding="utf-8") == "x"


def test_a_paper_that_typst_refuses_leaves_the_child_at_work(own: Press) -> None:
    before = own.pid
    with pytest.raises(CannotPrint):
        own.set(Job('{"kind": "poster"}', "pdf"))
    assert (own.set(JOB).content or b"").startswith(b"%PDF")
    assert own.pid == before


def test_a_refusal_says_nothing_of_the_paper(own: Press, caplog: pytest.LogCaptureFixture) -> None:
    secret = json.dumps({"kind": "letter", "common": "WATI REKAAN 9901015203850001"})
    with pytest.raises(CannotPrint) as refusal:
        own.set(Job(secret, "pdf"))
    assert "WATI" not in caplog.text + str(refusal.value)
    assert ".typ:" in caplog.text


def test_a_paper_of_no_measure_is_refused_before_it_is_sent(own: Press) -> None:
    with pytest.raises(CannotPrint, match="terlalu besar"):
        own.set(Job("x" * (press.LARGEST + 1), "pdf"))


def test_a_child_that_has_grown_large_makes_room_for_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own: Press
) -> None:
    own.stop()
    text = press._PROGRAM.read_text(encoding="utf-8")
    # Large enough to begin with, and too large after one paper.
    small = text.replace("while _held() < TIRED", "for _paper in range(1)")
    small = small.replace("Path(__file__).resolve()", f"Path({str(press._PROGRAM)!r})")
    assert small.count("for _paper in range(1):") == 1
    program = tmp_path / "small.py"
    program.write_text(small, encoding="utf-8")
    monkeypatch.setattr(press, "_PROGRAM", program)
    own.set(JOB)
    first = own.pid
    assert (own.set(JOB).content or b"").startswith(b"%PDF")
    assert own.pid != first


def test_the_child_sees_no_setting_and_has_bounded_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PENDOPO_SOMETHING_SECRET", "kunci")
    made = Press()
    made.set(JOB)
    try:
        surroundings = Path(f"/proc/{made.pid}/environ").read_text(encoding="utf-8")
        limits = Path(f"/proc/{made.pid}/limits").read_text(encoding="utf-8")
    finally:
        made.stop()
    assert "kunci" not in surroundings
    assert "DJANGO_SETTINGS_MODULE" not in surroundings
    (space,) = [line for line in limits.splitlines() if line.startswith("Max address space")]
    assert space.split()[3] == str(2 * 1024**3)
    (seconds,) = [line for line in limits.splitlines() if line.startswith("Max cpu time")]
    assert int(seconds.split()[3]) < 60


def test_many_threads_print_at_once() -> None:
    papers = [samples.LETTER, samples.MINUTES, forms.LACKING, samples.TRANSMITTAL] * 3
    alone = [printing.pdf(paper) for paper in papers]
    together: dict[int, bytes] = {}

    def print_one(number: int) -> None:
        together[number] = printing.pdf(papers[number])

    threads = [threading.Thread(target=print_one, args=(at,)) for at in range(len(papers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [together[at] for at in range(len(papers))] == alone


def test_a_forked_process_has_a_child_of_its_own() -> None:
    here = printing.pdf(samples.LETTER)
    ours = press.PRESS.pid
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        # Nothing of pytest may run here: no exception, no exit handler.
        try:
            there = hashlib.sha256(printing.pdf(samples.LETTER)).hexdigest()
            os.write(writing, f"{press.PRESS.pid} {there}".encode())
            press.PRESS.stop()
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    pid, digest = os.read(reading, 200).decode().split()
    os.close(reading)
    assert digest == hashlib.sha256(here).hexdigest()
    assert int(pid) != ours
    assert printing.pdf(samples.LETTER) == here
    assert press.PRESS.pid == ours


def test_a_fork_in_the_middle_of_a_paper_does_not_wait_for_ever() -> None:
    made = Press()
    made._turn.acquire()
    made.forget()
    assert (made.set(JOB).content or b"").startswith(b"%PDF")
    made.stop()
