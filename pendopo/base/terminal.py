# SPDX-License-Identifier: EUPL-1.2
"""What a command of the command line is, and how one is read, run and ended."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NoReturn, TypeAlias

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError

from pendopo.base.room import has_no_room


class Exit(IntEnum):
    """How a command ended, for scripts."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    PORT_TAKEN = 3
    MISSING_TOOL = 4
    INTERRUPTED = 130


class Refused(Exception):
    """A command that cannot be carried out; the message tells the operator what to do."""

    def __init__(self, words: str, code: Exit = Exit.FAILED) -> None:
        super().__init__(words)
        self.code = code


class Parser(argparse.ArgumentParser):
    """argparse with its headings in Indonesian."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, add_help=False)
        self._positionals.title = "isian"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def format_usage(self) -> str:
        """How the command is written, in Indonesian."""
        return super().format_usage().replace("usage:", "Cara pakai:", 1)

    def format_help(self) -> str:
        """The whole help, in Indonesian."""
        return super().format_help().replace("usage:", "Cara pakai:", 1)

    def error(self, message: str) -> NoReturn:
        """Show how the command is written and end with Exit.USAGE."""
        del message  # argparse's own words are English; the usage says the same
        self.print_usage(sys.stderr)
        words = f"Perintah itu kurang lengkap atau salah tulis. Lihat: {self.prog} -h"
        print(words, file=sys.stderr)
        sys.exit(Exit.USAGE)


Arguments: TypeAlias = Callable[[argparse.ArgumentParser], None]


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the command line. `rest`: what follows is read by somebody else."""

    name: str
    help: str
    run: Callable[[Any], Exit | int]
    arguments: Arguments = lambda _: None
    rest: bool = False


def carry_out(commands: Sequence[Command], words: Sequence[str]) -> int:
    """Run the command that these words name, with Django ready for it; its exit code."""
    if not words or words[0] in ("-h", "--help", "help"):
        print(help_text(commands))
        return Exit.DONE if words else Exit.USAGE
    command = next((one for one in commands if one.name == words[0]), None)
    if command is None:
        print(f"Perintah {words[0]} tidak dikenal.\n\n{help_text(commands)}", file=sys.stderr)
        return Exit.USAGE
    # What is written here is other people's: database, key, files, backups.
    os.umask(0o077)
    try:
        return int(command.run(_options(command, words[1:])))
    except Refused as reason:
        print(reason, file=sys.stderr)
        return reason.code
    except (ImproperlyConfigured, OperationalError, ProgrammingError) as broken:
        print(_explained(broken), file=sys.stderr)
        return Exit.FAILED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def help_text(commands: Sequence[Command]) -> str:
    """One screen of commands."""
    lines = [f"  {command.name:<14} {command.help}" for command in commands]
    head = "Cara pakai: pendopo PERINTAH [pilihan]"
    return "\n".join([head, "", *lines, "", "Rincian: pendopo PERINTAH -h"])


def _options(command: Command, words: Sequence[str]) -> object:
    if command.rest:
        django.setup()
        return list(words)
    parser = Parser(prog=f"pendopo {command.name}", description=command.help)
    command.arguments(parser)
    options = parser.parse_args(words)
    django.setup()
    return options


def _explained(broken: Exception) -> str:
    if isinstance(broken, ImproperlyConfigured):
        return str(broken)
    if has_no_room(broken):
        return "Tempat penyimpanan penuh; belum ada yang diubah. Beri ruang, lalu ulangi."
    return (
        f"Basis data tidak dapat dipakai: {str(broken).strip()}\n"
        "Periksa DATABASE_URL, lalu jalankan pendopo migrate."
    )
