# SPDX-License-Identifier: EUPL-1.2
"""What is done every day, with a row that one process alone can claim."""

from django.db import migrations, models

import pendopo.base.fields


class Migration(migrations.Migration):
    dependencies = [("base", "0001_marks_of_keys")]

    operations = [
        migrations.CreateModel(
            name="DailyDeed",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("began_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("told", pendopo.base.fields.CanonicalJSONField(default=dict)),
                ("trouble", models.TextField(blank=True)),
                ("failing_since", models.DateTimeField(null=True)),
            ],
        ),
    ]
