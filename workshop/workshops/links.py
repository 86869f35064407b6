"""The addresses of a workshop: what is in the QR, on the wall and in letters."""

import re
from urllib.parse import urlsplit

import segno
from flask import request
from markupsafe import Markup

from workshop import network
from workshop.refusals import Refused
from workshop.settings import current_settings
from workshop.workshops.register import WorkshopRow

BASE = re.compile(
    r"\Ahttps?://(?:[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?\Z"
)
LONGEST = 200
EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104  what a server listens on to hear all
ONLY_HERE = re.compile(r"\A(?:localhost|127\.[\d.]+|::1)\Z")


def base(workshop: WorkshopRow) -> str:
    """Where people find this Sanggar: as chosen for the workshop, else the likeliest."""
    return workshop.address or choices()[0]


def join_link(workshop: WorkshopRow) -> str:
    """What the QR holds."""
    return f"{base(workshop)}/j/{workshop.code}"


def typed_link(workshop: WorkshopRow) -> str:
    """What somebody types who cannot scan: without the http."""
    return f"{shown(base(workshop))}/j"


def choices() -> list[str]:
    """Every address that can go into links, the likeliest first, each once."""
    machine = [of_machine(host) for host in listening_on()]
    asked = request.host_url.rstrip("/")
    if current_settings.address:
        likely = [current_settings.address, *machine, asked]
    elif ONLY_HERE.match(urlsplit(asked).hostname or ""):
        likely = [*machine, asked]  # a phone that reads "localhost" finds only itself
    else:
        likely = [asked, *machine]
    return list(dict.fromkeys(likely))


def listening_on() -> list[str]:
    """The hosts of this machine under which the server can be reached from outside."""
    if current_settings.host in EVERYWHERE:
        return [address.host for address in network.addresses()]
    return [] if ONLY_HERE.match(current_settings.host) else [current_settings.host]


def of_machine(host: str) -> str:
    """This server at another address of the machine: the same port as it was asked at."""
    port = urlsplit(request.host_url).port
    return f"{request.scheme}://{host}{f':{port}' if port else ''}"


def read_base(text: str) -> str:
    """An address that somebody chose or typed; refuses `invalid` what no link can begin with."""
    text = text.strip().rstrip("/")
    text = text if "://" in text else f"http://{text}"
    if len(text) > LONGEST or not BASE.match(text):
        raise Refused("invalid", where="address")
    return text


def shown(link: str) -> str:
    """As on a wall."""
    return link.partition("://")[2]


def qr(link: str) -> Markup:
    """The link as an SVG picture that fills its box; dark on light in every theme."""
    code = segno.make(link, error="m", micro=False)
    return Markup(code.svg_inline(border=2, omitsize=True, dark="#1b1712", light="#fff"))  # noqa: S704
