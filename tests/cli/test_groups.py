"""The list of commands shows the first sentence of each command's help, without importing it."""

import subprocess
import sys

import click
import pytest

from alcove.cli.groups import SUMMARIES, cli

_LONGEST = 200  # characters: no summary is cut


@pytest.mark.parametrize("name", SUMMARIES)
def test_each_summary_is_the_beginning_of_the_commands_help(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.name == name
    listed = click.Command(name, help=SUMMARIES[name])
    assert listed.get_short_help_str(_LONGEST) == command.get_short_help_str(_LONGEST)


def test_an_unknown_command_imports_no_module() -> None:
    assert cli.get_command(click.Context(cli), "nonsense") is None
    assert cli.get_command(click.Context(cli), "__init__") is None


def test_a_misspelt_command_gets_suggestions() -> None:
    with pytest.raises(click.UsageError) as told:
        cli.main(["serch", "x"], standalone_mode=False)
    assert "Did you mean 'search'?" in told.value.format_message()


def test_help_lists_every_command_and_imports_none() -> None:
    code = (
        "import sys; from alcove.cli.groups import cli;"
        "cli.main(['--help'], standalone_mode=False);"
        "print(*(name for name in sys.modules if name.startswith('alcove.')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    *shown, modules = ran.stdout.splitlines()
    listed = [line.split()[0] for line in shown[shown.index("Commands:") + 1 :]]
    assert listed == sorted(SUMMARIES)
    assert set(modules.split()) <= {
        "alcove.cli",
        "alcove.cli.groups",
        "alcove.cli.options",
        "alcove.errors",
    }


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_help_of_a_command_does_not_import_the_library(name: str) -> None:
    code = (
        "import sys; from alcove.cli.groups import cli;"
        f"cli.main(['{name}', '--help'], standalone_mode=False);"
        "print(*(name for name in ('numpy', 'alcove.library') if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    *shown, loaded = ran.stdout.splitlines()
    assert f"Usage: -c {name}" in shown[0]
    assert not loaded
