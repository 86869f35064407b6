"""Attributes for the macros of templates/parts: `{{ kwargs|attributes }}`.

`required=true` is written bare, `aria_live="off"` with a dash, what is none or false not at all.
"""

from typing import Any

from flask import Flask
from markupsafe import Markup


def attributes(given: dict[str, Any]) -> Markup:
    return Markup("").join(attribute(name, value) for name, value in given.items())


def attribute(name: str, value: Any) -> Markup:
    name = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return Markup("")
    return Markup(" {}").format(name) if value is True else Markup(' {}="{}"').format(name, value)


def init_app(app: Flask) -> None:
    app.jinja_env.filters["attributes"] = attributes
