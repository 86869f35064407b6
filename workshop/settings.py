"""Every setting of Sanggar: `SANGGAR_<NAME>` in the environment, its default, what it is for."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec
from flask import Flask, current_app
from msgspec import Meta, Struct
from werkzeug.local import LocalProxy

PREFIX = "SANGGAR_"

current_settings: "Settings" = LocalProxy(lambda: current_app.extensions["settings"])  # type: ignore


class WrongSetting(Exception):
    """A setting that cannot be used; its sentence is for the operator, who reads English."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    data: Annotated[
        Path, Meta(description="The folder with the database, the secret key and uploads.")
    ] = Path("data")
    database_url: Annotated[
        str, Meta(description="SQLite or PostgreSQL; sanggar.db in the data folder when empty.")
    ] = ""
    redis_url: Annotated[
        str, Meta(description="Redis or Valkey, needed only where several processes serve.")
    ] = ""
    host: Annotated[str, Meta(description="The address to listen on; all of them by default.")] = (
        "0.0.0.0"  # noqa: S104  a room full of phones has to reach it
    )
    port: Annotated[int, Meta(ge=0, le=65535, description="The port to listen on; 0 is any.")] = (
        8000
    )
    address: Annotated[
        str,
        Meta(
            pattern=r"\A(https?://[^\s/]+)?\Z",
            description="What people type, as https://sanggar.example.go.id; found when empty.",
        ),
    ] = ""
    proxy_hops: Annotated[
        int, Meta(ge=0, le=9, description="How many proxies stand in front and are believed.")
    ] = 0
    tick_ms: Annotated[
        int, Meta(ge=5, le=1000, description="How long the clerk gathers ops, in milliseconds.")
    ] = 25
    retention_days: Annotated[
        int, Meta(ge=1, le=3650, description="Days after its end until a workshop is erased.")
    ] = 180
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Meta(description="How much the log tells."),
    ] = "info"

    def __post_init__(self) -> None:
        if not self.database_url:
            lies_in = f"sqlite:///{self.data.absolute() / 'sanggar.db'}"
            msgspec.structs.force_setattr(self, "database_url", lies_in)

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str] = os.environ, **overrides: Any
    ) -> "Settings":
        """What the environment says, and above it what the caller says; None says nothing."""
        given = {
            name.removeprefix(PREFIX).lower(): value
            for name, value in environment.items()
            if name.startswith(PREFIX)
        }
        given |= {name: value for name, value in overrides.items() if value is not None}
        return cls(**{name: read_setting(name, value) for name, value in given.items()})


def read_setting(name: str, value: Any) -> Any:
    hints = get_type_hints(Settings, include_extras=True)
    if name not in hints:
        raise WrongSetting(
            f"{PREFIX}{name.upper()} is not a setting of Sanggar. "
            f"It knows: {', '.join(PREFIX + known.upper() for known in hints)}."
        )
    try:
        return msgspec.convert(value, hints[name], strict=False, dec_hook=read_path)
    except msgspec.ValidationError as error:
        raise WrongSetting(
            f"{PREFIX}{name.upper()} cannot be {str(value)!r}: {str(error).lower()}."
        ) from error


def read_path(_: type, value: str | Path) -> Path:
    return Path(value).expanduser()


def secret_key(data: Path) -> bytes:
    """The key of this data folder; made once, readable by its owner alone."""
    file = data / "secret.key"
    data.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        make_key(file)
    return file.read_bytes()


def make_key(file: Path) -> None:
    """Whole under another name first, and then under its own: of two processes that start at once
    the first makes the key of both."""
    made = file.with_name(f".secret.{secrets.token_hex(8)}")
    try:
        made.touch(mode=0o600, exist_ok=False)
        made.write_bytes(secrets.token_bytes(32))
        give_name(made, file)
    finally:
        made.unlink(missing_ok=True)


def give_name(made: Path, file: Path) -> None:
    try:
        os.link(made, file)
    except FileExistsError:
        pass
    except OSError:  # FAT and exFAT know no links; nobody runs two processes on such a stick
        made.replace(file)


def init_app(app: Flask) -> None:
    app.secret_key = secret_key(app.extensions["settings"].data)
