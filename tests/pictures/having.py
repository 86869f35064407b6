"""Pictures that have come already, and what people do with them."""

from tests.cast import note_id
from workshop.boards import pictures
from workshop.boards.pictures import Made

A_PICTURE = Made(width=1600, height=1200, content=b"RIFF-large", small=b"RIFF-small")


def picture_id(number: int) -> str:
    return f"p{number:032x}"


def have_picture(cast, name: str, board: str, number: int = 1, made: Made = A_PICTURE) -> str:
    """That person has sent a picture to that board, and it is ready."""
    id, whose = picture_id(number), (cast.workshop_id, board.removeprefix("board:"))

    def come(tx) -> None:
        pictures.begin(tx, *whose, cast.seat(name), id, 10, cast.tick())
        pictures.append(tx, cast.workshop_id, id, cast.seat(name), 0, b"0123456789")
        pictures.finish(tx, cast.workshop_id, id, made)

    cast.database.write(come)
    return id


def set_picture(number: int = 1, picture: int = 1, alt: str = "", **more) -> dict:
    wish = {"op": "set_picture", "note_id": note_id(number), "picture": picture_id(picture)}
    return wish | {"alt": alt} | more


def describe_picture(number: int = 1, picture: int = 1, alt: str = "Loket di atas roda") -> dict:
    wish = {"op": "describe_picture", "note_id": note_id(number)}
    return wish | {"picture": picture_id(picture), "alt": alt}


def remove_picture(number: int = 1) -> dict:
    return {"op": "remove_picture", "note_id": note_id(number)}
