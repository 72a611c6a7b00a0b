"""A command whose words may begin with a minus."""

from difflib import get_close_matches

import click


class FreeWords(click.Command):
    """Takes -word as a word; it has long options only, and one that it does not know is an error.

    After -- everything is a word.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what was typed.

        Raises:
            click.NoSuchOption: there is a long option that the command does not have.
        """
        ctx.ignore_unknown_options = True
        if args == ["-h"]:
            args = ["--help"]
        self._refuse_misspelt(ctx, args)
        return super().parse_args(ctx, args)

    def get_help_option_names(self, ctx: click.Context) -> list[str]:
        """Without -h, which would be found in any word with an h behind a minus."""
        return [name for name in super().get_help_option_names(ctx) if name.startswith("--")]

    def _refuse_misspelt(self, ctx: click.Context, args: list[str]) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        known = {name: option for option in options for name in option.opts}
        values = 0  # of the option before, still to come
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
