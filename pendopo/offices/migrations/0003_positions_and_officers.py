# SPDX-License-Identifier: EUPL-1.2
"""Who works there, in which position, and who signs for whom."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import pendopo.base.fields
import pendopo.base.ids
import pendopo.base.tenancy


class Migration(migrations.Migration):
    dependencies = [("offices", "0002_villages_books_and_days")]

    operations = [
        migrations.CreateModel(
            name="Officer",
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
                ("name", models.CharField(max_length=120)),
                ("nip", models.CharField(blank=True, max_length=18)),
                ("rank", models.CharField(blank=True, max_length=64)),
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
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="officers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("office_id", "name"),
            },
        ),
        migrations.CreateModel(
            name="Position",
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
                ("roles", pendopo.base.fields.CanonicalJSONField()),
                ("echelon", models.CharField(blank=True, max_length=16)),
                ("place", models.PositiveSmallIntegerField(default=0)),
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
                "ordering": ("office_id", "place", "key"),
            },
        ),
        migrations.CreateModel(
            name="Assignment",
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
                ("position_id", models.UUIDField()),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("definitif", "definitif"),
                            ("Plt.", "Plt."),
                            ("Plh.", "Plh."),
                            ("Pj.", "Pj."),
                        ],
                        max_length=9,
                    ),
                ),
                ("assigned_by", models.CharField(blank=True, max_length=160)),
                ("number", models.CharField(blank=True, max_length=120)),
                ("from_date", models.DateField()),
                ("to_date", models.DateField(null=True)),
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
                        column="officer_id", related_name="assignments", to="offices.officer"
                    ),
                ),
                (
                    "position",
                    pendopo.base.tenancy.TenantReference(
                        column="position_id", related_name="assignments", to="offices.position"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AccessToken",
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
                ("position_id", models.UUIDField(null=True)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
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
                        column="officer_id", related_name="tokens", to="offices.officer"
                    ),
                ),
                (
                    "position",
                    pendopo.base.tenancy.TenantReference(
                        column="position_id", null=True, related_name="+", to="offices.position"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Absence",
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
                ("position_id", models.UUIDField(null=True)),
                ("officer_id", models.UUIDField(null=True)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(null=True)),
                ("expected_return_at", models.DateTimeField(null=True)),
                ("reason", models.CharField(blank=True, max_length=160)),
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
                        column="officer_id",
                        null=True,
                        related_name="absences",
                        to="offices.officer",
                    ),
                ),
                (
                    "position",
                    pendopo.base.tenancy.TenantReference(
                        column="position_id",
                        null=True,
                        related_name="absences",
                        to="offices.position",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SigningRule",
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
                ("position_id", models.UUIDField()),
                ("on_behalf_of", models.CharField(max_length=48)),
                ("line", models.CharField(blank=True, max_length=4)),
                ("services", pendopo.base.fields.CanonicalJSONField(null=True)),
                ("excepted", pendopo.base.fields.CanonicalJSONField(default=list)),
                ("basis", models.CharField(blank=True, max_length=160)),
                ("place", models.PositiveSmallIntegerField(default=0)),
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
                    "position",
                    pendopo.base.tenancy.TenantReference(
                        column="position_id", related_name="signing_rules", to="offices.position"
                    ),
                ),
            ],
            options={
                "ordering": ("office_id", "place"),
            },
        ),
        migrations.AddConstraint(
            model_name="officer",
            constraint=models.UniqueConstraint(
                fields=("office", "user"), name="one_officer_a_user"
            ),
        ),
        migrations.AddConstraint(
            model_name="officer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("nip", ""), _negated=True),
                fields=("office", "nip"),
                name="one_officer_a_nip",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.UniqueConstraint(fields=("office", "key"), name="one_position_a_key"),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["office", "officer_id"], name="assignment_officer"),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["office", "position_id"], name="assignment_position"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_date", None), ("to_date__gte", models.F("from_date")), _connector="OR"
                ),
                name="assignment_ends_after_it_begins",
            ),
        ),
        migrations.AddIndex(
            model_name="accesstoken",
            index=models.Index(fields=["office", "officer_id"], name="token_officer"),
        ),
        migrations.AddIndex(
            model_name="absence",
            index=models.Index(fields=["office", "until_at"], name="absence_until"),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("officer_id__isnull", False), ("position_id", None)),
                    models.Q(("officer_id", None), ("position_id__isnull", False)),
                    _connector="OR",
                ),
                name="absence_of_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_at", None), ("until_at__gte", models.F("from_at")), _connector="OR"
                ),
                name="absence_ends_after_it_begins",
            ),
        ),
        migrations.AddIndex(
            model_name="signingrule",
            index=models.Index(fields=["office", "position_id"], name="signing_position"),
        ),
    ]
