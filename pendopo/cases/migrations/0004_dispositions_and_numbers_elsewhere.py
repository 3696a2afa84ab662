# SPDX-License-Identifier: EUPL-1.2
"""Letters put into hands, and numbers that stand in the book before this one."""

import django.db.models.deletion
from django.db import migrations, models

import pendopo.base.fields
import pendopo.base.ids
import pendopo.base.tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_folders_are_filled_before_they_go_out"),
        ("offices", "0005_book_kinds_heads_and_keepers"),
    ]

    operations = [
        migrations.AddField(
            model_name="bookyear",
            name="elsewhere",
            field=pendopo.base.fields.CanonicalJSONField(default=list),
        ),
        migrations.CreateModel(
            name="Disposition",
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
                ("row_id", models.UUIDField()),
                ("position", models.CharField(max_length=48)),
                ("given_by", models.CharField(max_length=48)),
                ("given_at", models.DateTimeField()),
                ("event_id", models.UUIDField()),
                ("noted_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "event",
                    pendopo.base.tenancy.TenantReference(
                        column="event_id", related_name="+", to="cases.event"
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
                    "row",
                    pendopo.base.tenancy.TenantReference(
                        column="row_id", related_name="+", to="cases.bookrow"
                    ),
                ),
            ],
            options={
                "ordering": ("office_id", "given_at"),
                "indexes": [
                    models.Index(fields=["office", "position", "done_at"], name="disposition_open"),
                    models.Index(fields=["office", "row_id"], name="disposition_of_line"),
                ],
            },
        ),
    ]
