# SPDX-License-Identifier: EUPL-1.2
"""The office's own words for its letters: who may change them, what they may say, going back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.composing.main_text import misshapen
from pendopo.cases.composing.words import kept_parts, parts_in, standard_words
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import PaperForm
from pendopo.offices.access import answers_for
from pendopo.offices.models import Office
from pendopo.papers import body
from pendopo.standards import versions
from pendopo.standards.placeholders import only_known, placeholders

LONGEST = 20_000
"""More than any letter of an office says."""


def may_edit(actor: Actor) -> bool:
    """Whether somebody answers for what the office's letters say; the office settles who does.

    Where it settles nothing: whoever may sign every service. At most two queries.
    """
    office = Office.objects.get(code=actor.office)
    return answers_for(actor, office.policy_values.letters_changed_by)


def word_troubles(standard: Standard, form: PaperForm, words: str) -> tuple[Trouble, ...]:
    """What is wrong with the main text of a paper of this service, line by line."""
    if len(words) > LONGEST:
        return (Trouble("words", f"Terlalu panjang; paling banyak {LONGEST} huruf."),)
    known = placeholders(standard)
    found = body.problems(only_known(words, known), known)
    said = (*misshapen(form, words), *(str(problem) for problem in found))
    return tuple(Trouble("words", text) for text in said)


def keep_wording(
    *, service: str, paper: str, form: PaperForm, parts: Mapping[str, str], actor: Actor
) -> models.PaperWording | NotRecorded | NotFound:
    """Keep the office's own words for a paper; they hold for every letter from now on.

    Empty parts take the office back to the words of the standard.
    """
    standing = versions.current(actor.office, service)
    known = {p.key: p for p in standing.standard.papers} if standing else {}
    if standing is None or paper not in known or form not in known[paper].forms:
        return NotFound()
    if not may_edit(actor):
        text = "Kalimat surat kantor diubah oleh pimpinan; mintalah kepadanya."
        return NotRecorded((Reason("not-yours", text),))
    given = standard_words(standing.standard, known[paper], form).wording
    said = {name: parts.get(name, "").strip() for name in parts_in(given)}
    troubles = tuple(part_troubles(standing.standard, form, said))
    if troubles:
        return NotRecorded(troubles=troubles)
    return models.PaperWording.objects.create(
        office_id=actor.office,
        service=service,
        paper=paper,
        form=form.value,
        text=kept_parts(said) if any(said.values()) else "",
        created_at=clock.now(),
        created_by=actor.key,
    )


def part_troubles(
    standard: Standard, form: PaperForm, parts: Mapping[str, str]
) -> Iterator[Trouble]:
    """What is wrong with an office's words, each at its part."""
    if any(text.strip() for text in parts.values()) and not parts["body"].strip():
        yield Trouble("body", "Isinya masih kosong. Tulis, atau kembali ke kalimat standar.")
    for name, text in parts.items():
        shape = form if name == "body" else PaperForm.LETTER
        yield from (Trouble(name, one.text) for one in word_troubles(standard, shape, text))
