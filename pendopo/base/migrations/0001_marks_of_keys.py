# SPDX-License-Identifier: EUPL-1.2
"""Fingerprints of the keys that seal this database, so that another key is noticed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="KeyMark",
            fields=[
                ("version", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("fingerprint", models.CharField(max_length=64)),
            ],
        ),
    ]
