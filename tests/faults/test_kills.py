"""Power cuts while people write: what was acknowledged is there once, and what was not comes."""

from random import Random, randrange
from time import sleep

import pytest

from tests.load.crowds import Crowd
from tests.load.reckoning import reckon
from tests.load.writing import writing

SOON = 1.0  # seconds; at some moment until then it is killed


@pytest.fixture
def moments() -> Random:
    """Printed, so that a failure can be tried again."""
    seed = randrange(1_000_000)
    print(f"The kills come at the moments of seed {seed}.")
    return Random(seed)


@pytest.fixture
def kept_in(request) -> dict:
    """The settings of a server that keeps things there."""
    if request.param == "sqlite":
        return {}
    return {"database_url": request.getfixturevalue("postgres_database")}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kept_in", ["sqlite", "postgresql"], indirect=True)
def test_a_server_killed_while_people_write_loses_and_doubles_nothing(
    gather, kept_in, moments, long
):
    """E1, E2, E4: also what was committed when the answer could not be given any more."""
    crowd = gather(people=3, **kept_in)
    everybody, desks_work = sit(crowd)
    with writing(crowd, *desks_work):
        for _ in range(20 if long else 3):
            sleep(moments.uniform(0.1, SOON))
            crowd.served.restart()
    reckon(crowd, everybody, crowd.board, crowd.other_board, crowd.history)


@pytest.mark.timeout(300)
def test_a_database_killed_while_people_write_loses_and_doubles_nothing(
    gather, own_postgres, moments, long
):
    """E2, O6: the server itself goes on, and says later while there is none."""
    crowd = gather(people=3, database_url=own_postgres.url)
    everybody, desks_work = sit(crowd)
    lines = [person.lines for person in everybody]
    with writing(crowd, *desks_work):
        for _ in range(5 if long else 1):
            sleep(moments.uniform(0.1, SOON))
            own_postgres.kill()
            sleep(moments.uniform(0.1, SOON))
            own_postgres.start()
    reckon(crowd, everybody, crowd.board, crowd.other_board, crowd.history)
    assert [person.lines for person in everybody] == lines


def sit(crowd: Crowd) -> tuple[list, list]:
    """Ada leads, the others write on their team's board; and who writes where."""
    ada = crowd.comes("ada", crowd.history, crowd.board, crowd.other_board, kind="desk")
    olga = crowd.comes("olga", crowd.history, crowd.other_board)
    team = [crowd.comes("ben"), crowd.comes("citra", crowd.board, crowd.history), *crowd.all_come()]
    writers = [(ada, crowd.history), (olga, crowd.other_board)]
    return [ada, olga, *team], writers + [(person, crowd.board) for person in team]
