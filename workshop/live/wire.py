"""JSON for Socket.IO: entries go out as the bytes they are kept in, never parsed on the way."""

import msgspec


def dumps(value: object, **_options) -> str:
    return msgspec.json.encode(value).decode()


def loads(text: str | bytes, **_options) -> object:
    return msgspec.json.decode(text)


def raw(entry) -> msgspec.Raw:
    """An entry's data, to be set into a frame as it is."""
    return msgspec.Raw(entry.data.encode())
