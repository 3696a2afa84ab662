# SPDX-License-Identifier: EUPL-1.2
"""Passwords that somebody else has seen, to be changed at the first sign-in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0005_book_kinds_heads_and_keepers"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="provisional",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
