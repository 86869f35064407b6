"""Boards: zones, the notes in them, and everything that can happen to a note."""

from workshop import protocol
from workshop.boards import commands


def init_app(app) -> None:
    protocol.enter(
        "board",
        commands.AddNote,
        commands.EditNote,
        commands.MoveNote,
        commands.ChangeKind,
        commands.Recolour,
        commands.RemoveNote,
        commands.RestoreNote,
        commands.SetPicture,
        commands.DescribePicture,
        commands.RemovePicture,
        roles=protocol.WRITERS,
    )
