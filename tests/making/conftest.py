from tests.visitors import *  # noqa: F403  all who may come to a house
