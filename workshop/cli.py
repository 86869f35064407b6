"""The command `workshop`. Nothing heavy is loaded before a command is chosen."""

from pathlib import Path

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Sanggar: live design-thinking workshops on your own machine."""


data = click.option(
    "--data", type=click.Path(path_type=Path), help="The folder that everything is kept in."
)


@main.command()
@click.option("--host", help="The address to listen on; all of them by default.")
@click.option("--port", type=click.IntRange(0, 65_535), help="8000, or the next free one.")
@data
@click.option("--open", "browser", is_flag=True, help="Open the page in this machine's browser.")
def serve(host: str | None, port: int | None, data: Path | None, browser: bool) -> None:
    """Serve workshops until stopped."""
    from workshop import serve as serving  # it patches the standard library first

    serving.serve(settings(host=host, port=port, data=data), browser=browser)


@main.command()
@data
def migrate(data: Path | None) -> None:
    """Bring the database to the form that this version knows."""
    from workshop import migrating

    migrating.migrate(settings(data=data))
    click.echo("The database is up to date.")


@main.command()
@click.argument("sentence")
def migration(sentence: str) -> None:
    """For developers: write a migration with what has changed in the tables."""
    from workshop import migrating

    click.echo(migrating.draft(sentence))


@main.command()
def check() -> None:
    """Read all methods, agendas and texts, and say what is wrong with them."""
    from workshop.methods.check import check as problems

    found = problems()
    for problem in found:
        click.echo(problem)
    if found:
        raise SystemExit(1)
    click.echo("The catalogue is in order.")


@main.command()
@click.argument("code")
@click.option("--format", "format", type=click.Choice(["json", "csv", "md"]), default="json")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@data
def export(code: str, format: str, to: Path | None, data: Path | None) -> None:
    """Write a workshop to a file, also while a server runs."""
    from workshop import commands

    click.echo(commands.export(settings(data=data), code, format, to))


@main.command("reset-password")
@click.argument("email")
@data
def reset_password(email: str, data: Path | None) -> None:
    """Print a link with which that facilitator sets a new password; good once, for an hour."""
    from workshop import commands

    click.echo(commands.reset_password(settings(data=data), email))


def settings(**given):
    """The settings of the environment, with what was given here above them."""
    from workshop.settings import Settings, WrongSetting

    try:
        return Settings.from_environment(**given)
    except WrongSetting as wrong:
        raise click.ClickException(str(wrong)) from None
