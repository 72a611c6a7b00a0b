"""Let the words of a command begin with a minus."""

from difflib import get_close_matches

import click


class FreeWords(click.Command):
    """A command that takes -word as a word, not as an option.

    It has long options only; an unknown one is an error. After -- everything is a word.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises:
            click.NoSuchOption: a long option is unknown.
        """
        ctx.ignore_unknown_options = True
        if args == ["-h"]:
            args = ["--help"]
        self._refuse_misspelt(ctx, args)
        return super().parse_args(ctx, args)

    def get_help_option_names(self, ctx: click.Context) -> list[str]:
        """Return the names of the help option without -h: -other would be read as -o -t -h …."""
        return [name for name in super().get_help_option_names(ctx) if name.startswith("--")]

    def _refuse_misspelt(self, ctx: click.Context, args: list[str]) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        known = {name: option for option in options for name in option.opts}
        values = 0  # values that the last option still takes
        for arg in args:
            name, equals, _ = arg.partition("=")
            if arg == "--":
                return
            if values:
                values -= 1
            elif name in known:
                values = 0 if equals or known[name].is_flag else known[name].nargs
            elif name.startswith("--") and not any(char.isspace() for char in name):
                guesses = get_close_matches(name, known)
                raise click.NoSuchOption(name, possibilities=guesses, ctx=ctx)
