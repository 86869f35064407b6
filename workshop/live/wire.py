"""JSON for Socket.IO: entries go out as the bytes they are kept in, never parsed on the way."""

import json

import msgspec


class Garbled(ValueError):
    """What came is no JSON."""


def dumps(value: object, **_options) -> str:
    return msgspec.json.encode(value).decode()


def loads(text: str | bytes, **_options) -> object:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return loads_odd(text)
    except (RecursionError, UnicodeDecodeError):
        raise Garbled from None


def loads_odd(text: str | bytes) -> object:
    """With half of a surrogate pair in it, as browsers may send; it is cleaned with the text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Garbled from None


def size(entry) -> int:
    """Bytes of an entry's data."""
    return len(entry.data.encode())


def raw(entry) -> msgspec.Raw:
    """An entry's data, to be set into a frame as it is."""
    return msgspec.Raw(entry.data.encode())
