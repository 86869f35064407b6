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
@click.option("--demo", is_flag=True, help="Fill an empty data folder with the demo workshop.")
@click.option("--open", "browser", is_flag=True, help="Open the page in this machine's browser.")
def serve(host: str | None, port: int | None, data: Path | None, demo: bool, browser: bool) -> None:
    """Serve workshops until stopped."""
    from workshop import serve as serving  # it patches the standard library first

    serving.serve(settings(host=host, port=port, data=data), demo=demo, browser=browser)


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
@data
def seed(data: Path | None) -> None:
    """Fill an empty data folder with the demo workshop."""
    from workshop.operating.seed import seed

    click.echo(seed(settings(data=data)))


@main.command()
@click.argument("file", type=Path)
@data
def backup(file: Path, data: Path | None) -> None:
    """Write the database and the secret key to FILE, also while a server runs."""
    from workshop.operating.backup import backup

    click.echo(backup(settings(data=data), file))


@main.command()
@click.argument("file", type=Path)
@data
def restore(file: Path, data: Path | None) -> None:
    """Put a backup in place, while no server runs; what was there is put aside."""
    from workshop.operating.restore import restore

    click.echo(restore(settings(data=data), file))


@main.command()
@click.argument("code")
@click.option("--yes", is_flag=True, help="Do not ask whether it is meant.")
@data
def erase(code: str, yes: bool, data: Path | None) -> None:
    """Erase a workshop for ever, with everything that was written in it."""
    from workshop.operating.erase import erase

    sure = lambda title: yes or click.confirm(f"Erase “{title}” for ever?")  # noqa: E731
    click.echo(erase(settings(data=data), code, sure))


@main.command("reset-password")
@click.argument("email")
@data
def reset_password(email: str, data: Path | None) -> None:
    """Print a link with which that facilitator sets a new password; good once, for an hour."""
    from workshop.operating.reset_password import reset_password

    click.echo(reset_password(settings(data=data), email))


@main.command()
@click.argument("code")
@click.option("--format", type=click.Choice(["json", "csv", "md"]), default="json")
@click.option("--to", type=Path, help="The file to write; named after the workshop by default.")
@click.option("--language", type=click.Choice(["id", "en"]), help="The workshop's by default.")
@data
def export(
    code: str, format: str, to: Path | None, language: str | None, data: Path | None
) -> None:
    """Write a workshop to a file, also while a server runs."""
    from workshop.operating.export import export

    click.echo(export(settings(data=data), code, format, to, language))


def settings(**given):
    """The settings of the environment, with what was given here above them."""
    from workshop.settings import Settings, WrongSetting

    try:
        return Settings.from_environment(**given)
    except WrongSetting as wrong:
        raise click.ClickException(str(wrong)) from None
