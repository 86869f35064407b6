"""Names that nobody can guess: of things, of people on a board, of secrets."""

from hashlib import blake2b, sha256
from secrets import choice, token_hex

# Capital letters and digits that cannot be taken for one another on a projector.
CLEAR = "ABCDEFGHJKMNPQRTUVWXYZ234679"


def new_id(letter: str, digits: int = 16) -> str:
    """A random name whose first letter says what it names: `w…` a workshop, `s…` a step."""
    return letter + token_hex(digits // 2)


def new_code(length: int = 6) -> str:
    """A code that people read off a wall and type: no letter looks like another."""
    return "".join(choice(CLEAR) for _ in range(length))


def new_secret() -> str:
    """256 random bits for a cookie or a link; only `fingerprint(secret)` is kept."""
    return token_hex(32)


def fingerprint(secret: str) -> str:
    """What the database keeps of a secret."""
    return sha256(secret.encode()).hexdigest()


def alias(key: str, history: str, seat_id: str) -> str:
    """A seat's name in one history: the same for ever there, and unlike its name elsewhere."""
    return blake2b(f"{history}/{seat_id}".encode(), key=key.encode(), digest_size=5).hexdigest()


def derived(letter: str, *causes: str) -> str:
    """The same name for the same causes, so that doing a thing twice names one thing."""
    return letter + blake2b("/".join(causes).encode(), digest_size=8).hexdigest()
