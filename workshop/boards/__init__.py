"""Boards: zones, the notes in them, and everything that can happen to a note."""

from workshop import protocol
from workshop.boards import (
    cluster_commands,
    column_commands,
    commands,
    comment_commands,
    picture_commands,
    suggestions,
)
from workshop.remembering import remembers


def init_app(app) -> None:
    remembers(app, "suggestions", suggestions.Suggestions())
    protocol.enter(
        "board",
        commands.AddNote,
        commands.EditNote,
        commands.MoveNote,
        commands.MoveNotes,
        commands.ChangeKind,
        commands.Recolour,
        commands.RemoveNote,
        commands.RestoreNote,
        commands.StarNote,
        commands.React,
        commands.MergeNotes,
        commands.UnmergeNotes,
        commands.LinkNotes,
        commands.UnlinkNotes,
        cluster_commands.GroupNotes,
        cluster_commands.MoveCluster,
        cluster_commands.TitleCluster,
        cluster_commands.RecolourCluster,
        cluster_commands.DissolveCluster,
        column_commands.AddColumn,
        column_commands.TitleColumn,
        column_commands.RemoveColumn,
        comment_commands.AddComment,
        comment_commands.RemoveComment,
        comment_commands.RestoreComment,
        picture_commands.SetPicture,
        picture_commands.DescribePicture,
        picture_commands.RemovePicture,
        roles=protocol.WRITERS,
    )
