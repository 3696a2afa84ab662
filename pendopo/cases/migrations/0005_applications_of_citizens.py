# SPDX-License-Identifier: EUPL-1.2
"""Applications that citizens fill in on their own, kept until they are sent."""

import django.db.models.deletion
from django.db import migrations, models

import pendopo.base.ids
import pendopo.base.tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_dispositions_and_numbers_elsewhere"),
        ("offices", "0006_provisional_passwords"),
        ("standards", "0001_decrees_standards_and_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="Application",
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
                ("service", models.CharField(max_length=48)),
                ("standard_id", models.UUIDField()),
                ("code", models.CharField(max_length=64, null=True)),
                ("content", models.TextField()),
                ("changed_at", models.DateTimeField(db_index=True)),
                ("case_id", models.UUIDField(null=True)),
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
                (
                    "standard",
                    pendopo.base.tenancy.TenantReference(
                        column="standard_id", related_name="+", to="standards.standardversion"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "code"), name="one_application_a_code"
                    )
                ],
            },
        ),
    ]
