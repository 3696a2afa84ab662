# SPDX-License-Identifier: EUPL-1.2
"""Rules across words: what the language alone cannot see.

An error refuses the load of an office. Warnings and notes never do: they tell what a reader of
the decree would want to know.
"""

from __future__ import annotations

from itertools import chain

from pendopo.standards.adoption import adopted, wordings_of
from pendopo.standards.checks import (
    books,
    charts,
    citations,
    columns,
    decrees,
    flow,
    forms,
    names,
    nation,
    office,
    papers,
    people,
    tables,
    wordings,
)
from pendopo.standards.checks.rules import (
    FOLDER,
    NATION,
    OFFICES,
    SERVICE,
    FolderView,
    Rule,
    ServiceView,
)
from pendopo.standards.files import File, Folder, National
from pendopo.standards.problems import Problem, in_order
from pendopo.standards.schema import Service

# Importing a module registers its rules.
MODULES = (
    books,
    charts,
    citations,
    columns,
    decrees,
    flow,
    forms,
    names,
    nation,
    office,
    papers,
    people,
    tables,
    wordings,
)


def check_service(
    file: File[Service], national: National, folder: Folder | None = None
) -> tuple[Problem, ...]:
    """What is wrong inside one service, and in the words of its letters as this office has them."""
    return in_order(SERVICE.run(ServiceView(file, national, wordings_of(folder, national))))


def check_folder(folder: Folder, national: National) -> tuple[Problem, ...]:
    """What is wrong with an office, each of its services included."""
    services = folder.services
    inside = chain.from_iterable(check_service(file, national, folder) for file in services)
    return in_order((*inside, *FOLDER.run(FolderView(folder, national, adopted(folder, national)))))


def check_national(national: National) -> tuple[Problem, ...]:
    """What is wrong with the national files."""
    inside = chain.from_iterable(check_service(file, national) for file in national.services)
    return in_order((*NATION.run(national), *inside))


def check_offices(folders: tuple[Folder, ...]) -> tuple[Problem, ...]:
    """What offices have that only one may have."""
    return in_order(OFFICES.run(folders))


def all_rules() -> tuple[Rule[ServiceView] | Rule[FolderView], ...]:
    """The rules for services and offices, for the reference."""
    return (*SERVICE.rules, *FOLDER.rules)
