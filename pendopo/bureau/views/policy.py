# SPDX-License-Identifier: EUPL-1.2
"""The office's policy: how days are read, and whose the decisions are."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm, Section
from pendopo.bureau.pages import form_page
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.policy import (
    GIVE_UP,
    LEAST_LATE,
    MOST_LATE,
    ROLE_FIELDS,
    TypedPolicy,
    keep_policy,
    policy_now,
    wanted_policy,
)
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Office, Position
from pendopo.screens.telling.promise_examples import promise_examples
from pendopo.screens.words import role_titles


def _roles(label: Any, help_text: Any, *, required: bool) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.CheckboxSelectMultiple,
    )


class PolicyForm(OfficeForm):
    """All of the policy; roles by what people call them, with who holds them today."""

    day = forms.ChoiceField(
        label=_("“Hari” pada standar dibaca sebagai"),
        help_text=_("Tidak ada aturan yang menetapkannya; hitungan yang lain tetap ditampilkan."),
        widget=forms.RadioSelect,
        choices=(("working-day", _("hari kerja")), ("calendar-day", _("hari kalender"))),
    )
    cuti_bersama_closes = forms.BooleanField(
        label=_("Kantor tutup pada cuti bersama"),
        help_text=_("Lepas bila loket tetap melayani pada hari itu."),
        required=False,
    )
    late_after_minutes = forms.IntegerField(
        label=_("Catatan dianggap susulan setelah (menit)"),
        help_text=_("Yang dicatat lebih lama dari ini sesudah kejadiannya diberi tanda."),
        min_value=LEAST_LATE,
        max_value=MOST_LATE,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": _("Tulis dengan angka."),
            "min_value": _("Paling kecil %(limit_value)s."),
            "max_value": _("Paling besar %(limit_value)s."),
        },
    )
    follow_allowed_by = _roles(
        _("Boleh menerima syarat yang menyusul"),
        _("Siapa yang memutuskan bahwa berkas berjalan walau satu syarat belum ada."),
        required=True,
    )
    signature_recorded_by = _roles(
        _("Boleh mencatat tanda tangan basah"),
        _("Siapa yang mencatat bahwa pejabat sudah menandatangani di kertas."),
        required=True,
    )
    letters_changed_by = _roles(
        _("Boleh mengubah kalimat naskah kantor"),
        _("Kosong: yang menandatangani semua layanan."),
        required=False,
    )
    administered_by = _roles(
        _("Boleh mengubah pengaturan kantor"),
        _("Kosong: yang menandatangani semua layanan."),
        required=False,
    )
    give_up = forms.BooleanField(
        label=_("Ya, saya menyerahkan pengaturan kepada yang lain"), required=False
    )
    sections = (
        Section(_("Waktu"), ("day", "cuti_bersama_closes", "late_after_minutes")),
        Section(
            _("Siapa yang boleh"),
            (*ROLE_FIELDS, GIVE_UP),
            _("Nama di belakangnya memegang hari ini."),
        ),
    )
    sizes = {"late_after_minutes": "tiny"}
    folded = ROLE_FIELDS

    def __init__(self, data: QueryDict | None = None, *args: Any, **more: Any) -> None:
        super().__init__(data, *args, **more)
        self._give_up = self.fields[GIVE_UP]
        if not data or GIVE_UP not in data:
            del self.fields[GIVE_UP]

    def take(self, refused: NotRecorded) -> None:
        """The box to give the settings up is shown only to who is about to."""
        if any(one.where == GIVE_UP for one in refused.told):
            self.fields[GIVE_UP] = self._give_up
        super().take(refused)

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Let these roles be chosen, and those that were chosen before."""
        known = {role for role, _label in choices}
        for name in ROLE_FIELDS:
            kept = [(role, role) for role in self.initial.get(name, ()) if role not in known]
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [*choices, *kept]


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def policy(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form, looked at with what promises would come to, and kept."""
    form = PolicyForm(request.POST or None, row=policy_now(desk.office))
    form.offer(role_choices(desk.office))
    return form_page(
        request,
        desk,
        form,
        lambda said, seen: keep_policy(actor=desk.actor, typed=_typed(said), seen=seen),
        template="bureau/policy.html",
        then=reverse("bureau-policy"),
        now=lambda: policy_now(Office.objects.get(code=desk.office.code)),
        look=lambda said: _look(desk, _typed(said)),
    )


def _typed(said: Mapping[str, Any]) -> TypedPolicy:
    return TypedPolicy(**{**said, **{name: tuple(said[name]) for name in ROLE_FIELDS}})


def _look(desk: Desk, typed: TypedPolicy) -> Mapping[str, Any]:
    changed = copy(desk.office)
    changed.policy = wanted_policy(desk.office, typed).kept()
    return {"examples": promise_examples(desk.office, changed)}


def role_choices(office: Office) -> list[tuple[str, str]]:
    """The roles that positions of the office fill, in their order, with who holds them today.

    Three queries.
    """
    titles = role_titles()
    names: dict[str, dict[str, None]] = {}
    for one in held_on(office.code, office.today).select_related("officer"):
        for role in one.position.roles:
            names.setdefault(role, {})[one.officer.name] = None
    roles: dict[str, None] = {}
    for filled in Position.objects.filter(office_id=office.code).values_list("roles", flat=True):
        roles |= dict.fromkeys(filled)
    return [(role, _label(titles.get(role, role), names.get(role, ()))) for role in roles]


def _label(title: str, holders: Any) -> str:
    return f"{title} · {', '.join(holders)}" if holders else title
