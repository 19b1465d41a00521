"""The terminal door: `navigator COMMAND`, one module for each command."""

import gc
from difflib import get_close_matches
from importlib import import_module

import click

from navigator.settings import SettingError

_COMMANDS = (
    "serve",
    "check",
    "ask",
    "plan",
    "scenarios",
    "reading",
    "reach",
    "messages",
    "database",
)


class _Commands(click.Group):
    """Loads a command's module only when it is called, so that `plan` does not load the web."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        gc.disable()  # modules stay: to look for garbage among them takes a tenth of the time
        try:
            command = getattr(import_module(f"navigator.cli.{cmd_name}"), cmd_name)
        finally:
            gc.freeze()
            gc.enable()
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if near := [] if args[0] in _COMMANDS else get_close_matches(args[0], _COMMANDS, n=1):
            ctx.fail(f"There is no command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; say in one line what cannot be read of the environment."""
        try:
            return super().invoke(ctx)
        except SettingError as error:
            raise click.UsageError(str(error)) from None


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all is well, 1 the content or a result falls short, 2 wrong usage.",
)
@click.version_option(package_name="journey-navigator", prog_name="navigator")
def main() -> None:
    """A few plain questions, then one checklist of next steps across agencies, in order.

    To begin: navigator serve, or navigator ask having_a_child
    """
