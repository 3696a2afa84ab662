# SPDX-License-Identifier: EUPL-1.2
"""Papers as they were composed, wordings, drafts, folders, and book lines without a case."""

import django.db.models.deletion
from django.db import migrations, models

import pendopo.base.ids
import pendopo.base.tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_cases_events_and_books"),
        ("offices", "0004_stationery_files_and_columns"),
    ]

    operations = [
        migrations.CreateModel(
            name="BookDetail",
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
                ("content", models.TextField()),
                ("created_by", models.CharField(max_length=64)),
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
                (
                    "row",
                    pendopo.base.tenancy.TenantReference(
                        column="id", related_name="+", to="cases.bookrow"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Folder",
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
                ("position", models.CharField(max_length=48)),
                ("sent_at", models.DateTimeField()),
                ("sent_by", models.CharField(max_length=64)),
                ("returned_at", models.DateTimeField(null=True)),
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
            name="FolderItem",
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
                ("folder_id", models.UUIDField()),
                ("case_id", models.UUIDField()),
                ("place", models.PositiveSmallIntegerField()),
                ("result", models.CharField(blank=True, max_length=8)),
                (
                    "case",
                    pendopo.base.tenancy.TenantReference(
                        column="case_id", related_name="+", to="cases.case"
                    ),
                ),
                (
                    "folder",
                    pendopo.base.tenancy.TenantReference(
                        column="folder_id", related_name="items", to="cases.folder"
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
                "ordering": ("office_id", "place"),
            },
        ),
        migrations.CreateModel(
            name="PaperSheet",
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
                ("paper", models.CharField(max_length=48)),
                ("number", models.PositiveSmallIntegerField()),
                ("stage", models.CharField(max_length=8)),
                ("form", models.CharField(max_length=16)),
                ("content", models.TextField()),
                ("edited", models.BooleanField(default=False)),
                ("sha256", models.CharField(blank=True, db_index=True, max_length=64)),
                ("size", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField()),
                ("created_by", models.CharField(max_length=64)),
                (
                    "case",
                    pendopo.base.tenancy.TenantReference(
                        column="case_id", related_name="+", to="cases.case"
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
        ),
        migrations.CreateModel(
            name="PaperWording",
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
                ("paper", models.CharField(max_length=48)),
                ("form", models.CharField(max_length=16)),
                ("text", models.TextField()),
                ("created_at", models.DateTimeField()),
                ("created_by", models.CharField(max_length=64)),
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
            name="Draft",
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
                ("officer_id", models.UUIDField()),
                ("key", models.CharField(max_length=120)),
                ("content", models.TextField()),
                ("changed_at", models.DateTimeField(db_index=True)),
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
                    "officer",
                    pendopo.base.tenancy.TenantReference(
                        column="officer_id", related_name="+", to="offices.officer"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "officer_id", "key"), name="one_draft_per_place"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="folder",
            constraint=models.UniqueConstraint(
                fields=("office", "number"), name="one_folder_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="folderitem",
            constraint=models.UniqueConstraint(
                fields=("office", "folder_id", "case_id"), name="once_in_a_folder"
            ),
        ),
        migrations.AddConstraint(
            model_name="papersheet",
            constraint=models.UniqueConstraint(
                fields=("office", "case_id", "paper", "number"), name="one_sheet_a_number"
            ),
        ),
        migrations.AddIndex(
            model_name="paperwording",
            index=models.Index(
                fields=["office", "service", "paper", "form"], name="wording_of_paper"
            ),
        ),
    ]
