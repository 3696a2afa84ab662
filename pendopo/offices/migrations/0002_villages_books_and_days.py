# SPDX-License-Identifier: EUPL-1.2
"""What an office has whoever works there, and when it is closed."""

import django.db.models.deletion
from django.db import migrations, models

import pendopo.base.fields
import pendopo.base.ids


class Migration(migrations.Migration):
    dependencies = [("offices", "0001_offices_and_users")]

    operations = [
        migrations.CreateModel(
            name="KnownYear",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("cite", models.TextField()),
                ("seasons", pendopo.base.fields.CanonicalJSONField(default=list)),
            ],
            options={
                "ordering": ("year",),
            },
        ),
        migrations.CreateModel(
            name="NationalHoliday",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.DateField()),
                ("name", models.CharField(max_length=160)),
                ("kind", models.CharField(max_length=16)),
                (
                    "year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holidays",
                        to="offices.knownyear",
                    ),
                ),
            ],
            options={
                "ordering": ("date",),
            },
        ),
        migrations.CreateModel(
            name="Village",
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
                ("code", models.CharField(max_length=13)),
                ("name", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=9)),
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
                "ordering": ("office_id", "name"),
            },
        ),
        migrations.CreateModel(
            name="LocalClosure",
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
                ("date", models.DateField()),
                ("from_time", models.TimeField(null=True)),
                ("to_time", models.TimeField(null=True)),
                ("reason", models.CharField(max_length=160)),
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
                "ordering": ("office_id", "date"),
                "indexes": [models.Index(fields=["office", "date"], name="closure_date")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_time", None), ("to_time", None)),
                            models.Q(
                                ("from_time__isnull", False),
                                ("to_time__gt", models.F("from_time")),
                                ("to_time__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="closure_has_both_times",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Book",
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
                ("key", models.CharField(max_length=48)),
                ("title", models.CharField(max_length=160)),
                ("section", models.CharField(blank=True, max_length=120)),
                ("mode", models.CharField(default="own", max_length=8)),
                ("template", models.CharField(blank=True, max_length=120)),
                ("classification", models.CharField(blank=True, max_length=32)),
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
                "ordering": ("office_id", "key"),
                "constraints": [
                    models.UniqueConstraint(fields=("office", "key"), name="one_book_a_key")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="village",
            constraint=models.UniqueConstraint(
                fields=("office", "code"), name="one_village_a_code"
            ),
        ),
    ]
