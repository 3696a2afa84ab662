# SPDX-License-Identifier: EUPL-1.2
"""Cases and what happened to them: events, their erasable part, books, bundles and uploads."""

import django.db.models.deletion
from django.db import migrations, models

import pendopo.base.ids
import pendopo.base.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("offices", "0003_positions_and_officers"),
        ("standards", "0001_decrees_standards_and_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bundle",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("code", models.CharField(max_length=16, unique=True)),
                ("bringer", models.CharField(max_length=120)),
                ("relation", models.CharField(max_length=24)),
                ("village", models.CharField(blank=True, max_length=16)),
                ("created_at", models.DateTimeField()),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("reference", models.CharField(max_length=16, unique=True)),
                ("service", models.CharField(max_length=48)),
                ("standard_id", models.UUIDField()),
                ("state", models.CharField(max_length=48)),
                ("waiting_for", models.CharField(blank=True, max_length=48)),
                ("ended_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField()),
                ("channel", models.CharField(max_length=16)),
                ("applicant", models.CharField(blank=True, max_length=120)),
                ("village", models.CharField(blank=True, max_length=16)),
                ("confidential", models.BooleanField(default=False)),
                ("anonymous", models.BooleanField(default=False)),
                ("filed_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(null=True)),
                ("clock", models.CharField(max_length=16)),
                ("form_event_id", models.UUIDField()),
                ("bundle_id", models.UUIDField(null=True)),
                ("forwarded_to", models.CharField(blank=True, max_length=48)),
                (
                    "bundle",
                    pendopo.base.tenancy.TenantReference(
                        column="bundle_id", null=True, related_name="+", to="cases.bundle"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "standard",
                    pendopo.base.tenancy.TenantReference(
                        column="standard_id", related_name="+", to="standards.standardversion"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BookRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("book", models.CharField(max_length=48)),
                ("year", models.PositiveSmallIntegerField()),
                ("urut", models.PositiveIntegerField(null=True)),
                ("sisipan", models.PositiveSmallIntegerField(default=0)),
                ("number", models.CharField(max_length=120)),
                ("status", models.CharField(max_length=8)),
                ("entry_date", models.DateField()),
                ("case_id", models.UUIDField(null=True)),
                ("paper", models.CharField(blank=True, max_length=48)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("approved_by", models.CharField(blank=True, max_length=64)),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "case",
                    pendopo.base.tenancy.TenantReference(
                        column="case_id", null=True, related_name="+", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BlindIndex",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("case_id", models.UUIDField()),
                ("kind", models.CharField(max_length=16)),
                ("index", models.CharField(max_length=64)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "case",
                    pendopo.base.tenancy.TenantReference(
                        column="case_id", related_name="+", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("stream", models.CharField(max_length=8)),
                ("stream_key", models.CharField(max_length=64)),
                ("seq", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=40)),
                ("happened_at", models.CharField(max_length=40)),
                ("recorded_at", models.CharField(max_length=40)),
                ("actor", models.CharField(max_length=64)),
                ("late", models.BooleanField()),
                ("data", models.TextField()),
                ("private_digest", models.CharField(blank=True, max_length=64)),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("hash", models.CharField(max_length=64)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EventPrivate",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("stream_key", models.CharField(db_index=True, max_length=64)),
                ("salt", models.CharField(max_length=64)),
                ("body", models.TextField()),
                (
                    "event",
                    pendopo.base.tenancy.TenantReference(
                        column="id", related_name="+", to="cases.event"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IdempotencyKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("scope", models.CharField(max_length=80)),
                ("key", models.CharField(max_length=200)),
                ("body_sha256", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField()),
                ("answer", models.TextField()),
                ("created_at", models.DateTimeField(db_index=True)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("case_id", models.UUIDField(null=True)),
                ("ask", models.CharField(blank=True, max_length=64)),
                ("kind", models.CharField(max_length=16)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("pages", models.PositiveSmallIntegerField(default=1)),
                ("created_at", models.DateTimeField()),
                ("created_by", models.CharField(max_length=64)),
                (
                    "case",
                    pendopo.base.tenancy.TenantReference(
                        column="case_id", null=True, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BookYear",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("id", models.UUIDField(default=pendopo.base.ids.new_id, editable=False)),
                ("book", models.CharField(max_length=48)),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                ("last_date", models.DateField(null=True)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "book", "year"), name="one_counter_a_year"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["office", "ended_at", "due_at"], name="case_queue"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["office", "waiting_for", "ended_at"], name="case_waiting"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["office", "applicant"], name="case_applicant"),
        ),
        migrations.AddConstraint(
            model_name="bookrow",
            constraint=models.UniqueConstraint(
                fields=("office", "book", "year", "urut", "sisipan"), name="one_line_per_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="bookrow",
            constraint=models.UniqueConstraint(
                fields=("office", "book", "case_id", "paper"), name="one_line_per_case_and_paper"
            ),
        ),
        migrations.AddIndex(
            model_name="blindindex",
            index=models.Index(fields=["office", "kind", "index"], name="blind_lookup"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.UniqueConstraint(
                fields=("office", "stream", "stream_key", "seq"), name="one_event_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="idempotencykey",
            constraint=models.UniqueConstraint(
                fields=("office", "scope", "key"), name="one_answer_per_key"
            ),
        ),
    ]
