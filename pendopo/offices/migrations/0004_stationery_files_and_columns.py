# SPDX-License-Identifier: EUPL-1.2
"""Letterhead and paper of an office, its arms as a file, and the columns of its books."""

import django.db.models.deletion
from django.db import migrations, models

import pendopo.base.fields
import pendopo.base.ids


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0003_positions_and_officers"),
    ]

    operations = [
        migrations.AddField(
            model_name="book",
            name="columns",
            field=pendopo.base.fields.CanonicalJSONField(default=list),
        ),
        migrations.AddField(
            model_name="office",
            name="stationery",
            field=pendopo.base.fields.CanonicalJSONField(default=dict),
        ),
        migrations.CreateModel(
            name="OfficeFile",
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
                ("kind", models.CharField(max_length=16)),
                ("media_type", models.CharField(max_length=32)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "kind"), name="one_office_file_a_kind"
                    )
                ],
            },
        ),
    ]
