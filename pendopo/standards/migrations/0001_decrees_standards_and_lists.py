# SPDX-License-Identifier: EUPL-1.2
"""Versions of decrees and standards, and the national lists."""

import django.db.models.deletion
from django.db import migrations, models

import pendopo.base.ids
import pendopo.base.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("offices", "0003_positions_and_officers"),
    ]

    operations = [
        migrations.CreateModel(
            name="NationalList",
            fields=[
                ("name", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("sha256", models.CharField(max_length=64)),
                ("document", models.TextField()),
                ("loaded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="DecreeVersion",
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
                ("number", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("text", models.TextField()),
                ("document", models.TextField()),
                ("decree_number", models.CharField(max_length=120)),
                ("effective_date", models.DateField()),
                ("published_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(null=True)),
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
                "ordering": ("office_id", "number"),
            },
        ),
        migrations.CreateModel(
            name="StandardVersion",
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
                ("slug", models.CharField(max_length=48)),
                ("number", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("text", models.TextField()),
                ("document", models.TextField()),
                ("complete", models.BooleanField()),
                ("adopted", models.BooleanField(default=False)),
                ("decree_id", models.UUIDField(null=True)),
                ("effective_date", models.DateField()),
                ("published_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(null=True)),
                (
                    "decree",
                    pendopo.base.tenancy.TenantReference(
                        column="decree_id",
                        null=True,
                        related_name="standards",
                        to="standards.decreeversion",
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
                "ordering": ("office_id", "slug", "number"),
            },
        ),
        migrations.AddConstraint(
            model_name="decreeversion",
            constraint=models.UniqueConstraint(
                fields=("office", "number"), name="one_decree_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="decreeversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at", None)),
                fields=("office",),
                name="one_decree_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="standardversion",
            constraint=models.UniqueConstraint(
                fields=("office", "slug", "number"), name="one_standard_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="standardversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at", None)),
                fields=("office", "slug"),
                name="one_standard_in_force",
            ),
        ),
    ]
