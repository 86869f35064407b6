"""How the store fails: commits that are undone, and commits whose answer is lost."""

from workshop.database import StoreUnavailable


class Failing:
    """A writer whose turns are undone, or are done and then lose their answer."""

    def __init__(self, writer, commits: bool):
        self.writer = writer
        self.commits = commits

    def run(self, turn):
        if self.commits:
            self.writer.run(turn)
            raise StoreUnavailable("the answer was lost")

        def undone(tx):
            turn(tx)
            raise StoreUnavailable("the disk is full")

        return self.writer.run(undone)


def fail_commits(cast) -> None:
    cast.database.writer = Failing(cast.database.writer, commits=False)


def lose_answers(cast) -> None:
    cast.database.writer = Failing(cast.database.writer, commits=True)


def heal_commits(cast) -> None:
    cast.database.writer = cast.database.writer.writer
