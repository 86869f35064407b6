"""Addresses that came from a browser, read with care."""

import re

# A path of this very server: one slash first, then nothing that a browser could take for a host
# or a header. Backslashes are slashes to browsers.
LOCAL = re.compile(r"\A/(?![/\\])[^\\\x00-\x20\x7f]*\Z")

HOST = re.compile(r"\A([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?\Z")


def local_path(wish: str | None, otherwise: str = "/") -> str:
    """Where a form wants to go next, if that is here."""
    return wish if wish and LOCAL.match(wish) else otherwise


def is_host(text: str) -> bool:
    """Whether this can be a server's name, with or without its port."""
    return bool(HOST.match(text))
