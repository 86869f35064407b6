"""What a backup is: one ZIP with the database, the secret key, and a line on what they are.

Whoever has it has everything, so only its owner may read it.
"""

import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

VERSION = 1
LABEL, KEY, CONTENT = "backup.json", "secret.key", "database"


class Label(msgspec.Struct, frozen=True):
    """`forms` are the migrations that the database has been through last."""

    sanggar_backup: int
    kind: str  # sqlite or postgresql
    forms: list[str]
    made_at: str  # with its time zone


def pack(file: Path, label: Label, key: Path, content: Path) -> None:
    """Writes the whole file or none; a file that is there already stays."""
    with workplace(file.parent) as folder:
        packed = folder / "backup.zip"
        packed.touch(mode=0o600)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.writestr(LABEL, msgspec.json.encode(label))
            archive.write(key, KEY)
            archive.write(content, CONTENT)
        put_in_place(packed, file)


def put_in_place(packed: Path, file: Path) -> None:
    """Takes the name first, where nobody has it, and only then gives it the whole content: so it
    never overwrites, on a stick that knows no links either."""
    file.touch(mode=0o600, exist_ok=False)
    try:
        packed.replace(file)
    except OSError:
        file.unlink()
        raise


@contextmanager
def unpacked(file: Path, beside: Path) -> Iterator[tuple[Label, Path, Path]]:
    """The label, the key and the database of a backup, in a folder that goes away again.

    Ends the program where the file is no backup, or a damaged one.
    """
    with workplace(beside) as folder:
        try:
            with zipfile.ZipFile(file) as archive:
                label = msgspec.json.decode(archive.read(LABEL), type=Label)
                key = folder / KEY
                key.touch(mode=0o600)  # now, since FAT refuses to change it later
                key.write_bytes(archive.read(KEY))
                content = Path(archive.extract(CONTENT, folder))
        except OSError as fault:
            sys.exit(f"{file} cannot be read: {fault.strerror}.")
        except (zipfile.BadZipFile, KeyError, msgspec.DecodeError):
            sys.exit(f"{file} is not a backup of Sanggar, or it is damaged.")
        if label.sanggar_backup != VERSION:
            sys.exit(f"{file} was made by a newer Sanggar. Restore it with that one.")
        yield label, key, content


@contextmanager
def workplace(beside: Path) -> Iterator[Path]:
    """A folder for our own eyes on the same disk; gone afterwards, whatever happened."""
    with TemporaryDirectory(prefix=".sanggar-", dir=beside) as folder:
        yield Path(folder)
