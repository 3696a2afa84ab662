# SPDX-License-Identifier: EUPL-1.2
"""What kind a book is of, who keeps it and who closes it."""

from django.db import migrations, models

import pendopo.base.fields


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_stationery_files_and_columns"),
    ]

    operations = [
        migrations.AddField(
            model_name="book",
            name="head",
            field=models.CharField(blank=True, max_length=48),
        ),
        migrations.AddField(
            model_name="book",
            name="keepers",
            field=pendopo.base.fields.CanonicalJSONField(default=list),
        ),
        migrations.AddField(
            model_name="book",
            name="kind",
            field=models.CharField(default="register", max_length=16),
        ),
    ]
