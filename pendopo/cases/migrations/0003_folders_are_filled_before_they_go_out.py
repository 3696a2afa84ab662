# SPDX-License-Identifier: EUPL-1.2
"""A folder is filled before it goes out, and a file lies in one open folder only."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_sheets_drafts_and_folders")]

    operations = [
        migrations.AlterField(
            model_name="folder",
            name="sent_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="folder",
            name="sent_by",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="folderitem",
            name="step",
            field=models.CharField(blank=True, max_length=48),
        ),
        migrations.AddConstraint(
            model_name="folderitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("result", "")),
                fields=("office", "case_id"),
                name="in_one_open_folder",
            ),
        ),
    ]
